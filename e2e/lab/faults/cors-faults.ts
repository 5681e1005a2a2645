import { HOST } from "../names.ts";
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
] as const satisfies readonly Fault[];
