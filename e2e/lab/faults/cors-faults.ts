import { HOST, WWW } from "../names.ts";
import { corsFor, type Settings } from "../settings.ts";
import type { Fault } from "./fault.ts";

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).hostname : "");

function allow(settings: Settings, isAllowed: (origin: string) => boolean): void {
  const { cors } = settings;
  settings.cors = (origin, site) => (isAllowed(origin) ? corsFor(origin) : cors(origin, site));
}

export const CORS_FAULTS = [
  {
    name: "cors-reflect",
    title: "CORS for every site",
    how: "Whatever Origin asks is allowed, with credentials.",
    rules: ["edge/cors"],
    apply: (settings) => allow(settings, (origin) => origin !== "null"),
  },
  {
    name: "cors-null",
    title: "CORS for the null origin",
    how: "Origin null, which any sandboxed frame can send, is allowed with credentials.",
    rules: ["edge/cors"],
    apply: (settings) => allow(settings, (origin) => origin === "null"),
  },
  {
    name: "cors-prefix",
    title: "CORS for names that begin alike",
    how: "Every origin that begins with the product's name is allowed, such as ops-copilot.test.example.",
    rules: ["edge/cors"],
    apply: (settings) => allow(settings, (origin) => origin.startsWith("https:") && hostOf(origin).startsWith(HOST)),
  },
  {
    name: "cors-suffix",
    title: "CORS for names that end alike",
    how: "Every origin that ends with the product's name is allowed, such as evilops-copilot.test.",
    rules: ["edge/cors"],
    apply: (settings) => allow(settings, (origin) => origin.startsWith("https:") && hostOf(origin).endsWith(HOST)),
  },
  {
    name: "cors-http",
    title: "CORS for the http twin",
    how: "The product's own name over http is allowed with credentials, so whoever sits on the network can read answers.",
    rules: ["edge/cors"],
    apply: (settings) => allow(settings, (origin) => origin.startsWith("http:") && hostOf(origin) === HOST),
  },
  {
    name: "cors-subdomain",
    title: "CORS for every subdomain",
    how: "Any subdomain is allowed with credentials, also one that nobody has yet.",
    rules: ["edge/cors"],
    apply: (settings) =>
      allow(settings, (origin) => origin.startsWith("https:") && hostOf(origin).endsWith(`.${HOST}`)),
  },
  {
    name: "cors-public-reflect",
    title: "CORS reflected without credentials",
    how: "Whatever Origin asks is allowed, without credentials.",
    rules: ["edge/cors"],
    apply(settings) {
      settings.cors = (origin) => ({ "access-control-allow-origin": origin, vary: "Origin" });
    },
  },
  {
    name: "cors-wildcard-credentials",
    title: "Wildcard beside credentials",
    how: "Every origin is allowed by a wildcard, with credentials, which browsers refuse.",
    rules: ["edge/cors"],
    apply(settings) {
      settings.cors = () => ({ "access-control-allow-origin": "*", "access-control-allow-credentials": "true" });
    },
  },
  {
    name: "cors-several",
    title: "Two origins in one header",
    how: "Access-Control-Allow-Origin names two origins, which browsers refuse.",
    rules: ["edge/cors"],
    apply(settings) {
      settings.cors = (_origin, site) => ({
        "access-control-allow-origin": `${site.origin}, https://${WWW}`,
        vary: "Origin",
      });
    },
  },
  {
    name: "cors-no-vary",
    title: "CORS without Vary",
    how: "Subdomains are allowed without credentials, and caches are not told that the answer differs by origin.",
    rules: ["edge/cors"],
    apply(settings) {
      const { cors } = settings;
      settings.cors = (origin, site) =>
        hostOf(origin).endsWith(`.${HOST}`) ? { "access-control-allow-origin": origin } : cors(origin, site);
    },
  },
] as const satisfies readonly Fault[];
