import { outcome } from "../rule.ts";
import { EDGE_SIGNS } from "./edge-signs.ts";
import { definePageRule } from "./page-rule.ts";

const BANNERS: ReadonlySet<string> = new Set([
  "server",
  "x-powered-by",
  "x-aspnet-version",
  "x-aspnetmvc-version",
  "x-php-version",
  "x-powered-cms",
  "x-server-powered-by",
  "x-umbraco-version",
  "x-jenkins",
  "liferay-portal",
  "x-generator",
  "x-runtime-version",
]);
/** `nginx/1.25.3`, `PHP/8`, `v2.1`; not a lone digit inside a product's name. */
const VERSION = /\d+\.\d+|[/ ]v?\d/i;

export const serverBanner = definePageRule({
  id: "edge/server-banner",
  outcomes: {
    ok: { verdict: "pass", severity: "info" },
    product: { verdict: "warn", severity: "info" },
    version: { verdict: "warn", severity: "low" },
  },
  judge({ response }) {
    const banners = response.headers.filter(
      (line) => BANNERS.has(line[0].toLowerCase()) && line[1].trim() !== "" && !isEdges(line),
    );
    const evidence = banners.map(([label, value]) => ({ label, value }));
    const versioned = banners.find(([, value]) => VERSION.test(value));
    if (versioned) return outcome("version", { name: versioned[0], value: versioned[1] }, evidence);
    const product = banners.find(([name]) => name.toLowerCase() !== "server");
    if (product) return outcome("product", { name: product[0], value: product[1] }, evidence);
    return outcome("ok", {}, evidence);
  },
});

/** What an edge calls itself, such as `Fly/4cc8a2f1b (2026-11-12)`, is no choice of the site's and fits everybody there. */
function isEdges([name, value]: readonly [string, string]): boolean {
  if (name.toLowerCase() !== "server") return false;
  return EDGE_SIGNS.some(({ headers }) =>
    headers.some(([wanted, pattern]) => wanted === "server" && pattern?.test(value.trim()) === true),
  );
}
