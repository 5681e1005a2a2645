import { WWW } from "../names.ts";
import { secureTwin } from "../settings.ts";
import type { Fault } from "./fault.ts";

export const REDIRECT_FAULTS = [
  {
    name: "http-no-redirect",
    title: "Served over http too",
    how: "Plain http shows the product in place of sending on to https.",
    rules: ["edge/https-redirect"],
    apply(settings) {
      settings.redirects.plain = () => null;
    },
  },
  {
    name: "http-302",
    title: "Temporary redirect to https",
    how: "Plain http sends on with 302, so browsers ask over http again each time.",
    rules: ["edge/https-redirect"],
    apply(settings) {
      settings.redirects.plain = (url) => ({ status: 302, location: secureTwin(url) });
    },
  },
  {
    name: "http-to-other-host",
    title: "Plain http leads to another host first",
    how: "Plain http sends on to www over https, so the host itself never gets to set HSTS.",
    rules: ["edge/https-redirect"],
    apply(settings) {
      settings.redirects.plain = (url) => {
        const onward = new URL(secureTwin(url));
        onward.hostname = WWW;
        return { status: 301, location: onward.href };
      };
    },
  },
  {
    name: "redirect-loop",
    title: "Redirects in a circle",
    how: "https sends back to http, which sends on to https again.",
    rules: ["edge/canonical-origin"],
    apply(settings) {
      settings.redirects.apex = (url) => ({ status: 301, location: url.href.replace("https:", "http:") });
    },
  },
  {
    name: "www-own-site",
    title: "www is a second site",
    how: "www serves the product itself in place of sending on to the canonical origin.",
    rules: ["edge/canonical-origin"],
    apply(settings) {
      settings.redirects.www = () => null;
    },
  },
  {
    name: "www-302",
    title: "Temporary redirect from www",
    how: "www sends on to the canonical origin with 302.",
    rules: ["edge/canonical-origin"],
    apply(settings) {
      const { www } = settings.redirects;
      settings.redirects.www = (url) => {
        const onward = www(url);
        return onward && { ...onward, status: 302 };
      };
    },
  },
  {
    name: "www-drops-path",
    title: "www forgets the path",
    how: "www sends every page on to the home page.",
    rules: ["edge/canonical-origin"],
    apply(settings) {
      settings.redirects.www = () => ({ status: 308, location: `${settings.site.origin}/` });
    },
  },
  {
    name: "www-wrong-certificate",
    title: "Certificate does not cover www",
    how: "https on www shows a certificate for another name, so visitors never get as far as the redirect.",
    rules: ["edge/canonical-origin"],
    apply(settings) {
      settings.certificates.www = "wrong-name";
    },
  },
] as const satisfies readonly Fault[];
