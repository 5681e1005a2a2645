import { type Settings, secureTwin } from "../settings.ts";
import type { Fault } from "./fault.ts";

const caching = (settings: Settings, change: Partial<Settings["caching"]>) => {
  settings.caching = { ...settings.caching, ...change };
};

export const CACHING_FAULTS = [
  {
    name: "assets-not-cached",
    title: "Hashed files not cached",
    how: "Files with a hash in their name are sent with no-store.",
    rules: ["edge/caching-assets"],
    apply: (settings) => caching(settings, { assets: "no-store" }),
  },
  {
    name: "assets-silent",
    title: "Hashed files without Cache-Control",
    how: "Files with a hash in their name do not say how long they may be kept.",
    rules: ["edge/caching-assets"],
    apply: (settings) => caching(settings, { assets: "" }),
  },
  {
    name: "assets-short-lived",
    title: "Hashed files kept for an hour",
    how: "Files with a hash in their name may be kept for an hour only.",
    rules: ["edge/caching-assets"],
    apply: (settings) => caching(settings, { assets: "public, max-age=3600" }),
  },
  {
    name: "assets-pass-the-edge",
    title: "Hashed files not stored at the edge",
    how: "The edge passes every request for a file on to the origin.",
    rules: ["edge/caching-assets"],
    apply: (settings) => caching(settings, { edgeStores: "nothing" }),
  },
  {
    name: "html-shared",
    title: "Page for shared caches",
    how: "The home page may be stored by shared caches.",
    rules: ["edge/caching-html"],
    apply: (settings) => caching(settings, { page: "public, max-age=600", setsCookies: false }),
  },
  {
    name: "html-shared-with-cookie",
    title: "Page for shared caches that sets a cookie",
    how: "The home page may be stored by shared caches, and gives each visitor a session.",
    rules: ["edge/caching-html"],
    apply: (settings) => caching(settings, { page: "s-maxage=60" }),
  },
  {
    name: "html-from-the-edge",
    title: "Page out of the edge's cache",
    how: "The edge is told to store everything, whatever the home page says.",
    rules: ["edge/caching-html"],
    apply: (settings) => caching(settings, { edgeStores: "everything" }),
  },
  {
    name: "html-silent",
    title: "Page without Cache-Control",
    how: "The home page does not say whether caches may store it.",
    rules: ["edge/caching-html"],
    apply: (settings) => caching(settings, { page: "" }),
  },
  {
    name: "api-shared",
    title: "API answer for shared caches",
    how: "The host is noted as an API, and shared caches may store its answer.",
    rules: ["edge/caching-api"],
    apply(settings) {
      settings.notes = { ...settings.notes, profile: "api" };
      // As an API should, it refuses what comes over http.
      settings.redirects = { ...settings.redirects, plain: (url) => ({ status: 403, location: secureTwin(url) }) };
      caching(settings, { page: "public, max-age=60", setsCookies: false });
    },
  },
] as const satisfies readonly Fault[];
