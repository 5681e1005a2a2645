import type { PartValue } from "../observation.ts";

const ROOT = "https://example.com/";
const SCRIPT = "https://example.com/assets/app.3f9ab2c1d4e5.js";
const NOT_STORED: [string, string][] = [["cache-control", "no-store"]];
const IMMUTABLE: [string, string] = ["cache-control", "public, max-age=31536000, immutable"];

export const HEALTHY_ASSETS: PartValue<"assets"> = {
  page: {
    url: ROOT,
    isDocument: true,
    nonces: { first: [], second: [] },
    first: { status: 200, headers: NOT_STORED },
    second: { status: 200, headers: NOT_STORED },
  },
  files: [
    {
      url: SCRIPT,
      kind: "script",
      first: { status: 200, headers: [IMMUTABLE, ["cf-cache-status", "MISS"]] },
      second: { status: 200, headers: [IMMUTABLE, ["cf-cache-status", "HIT"], ["age", "1"]] },
    },
  ],
  filesTotal: 1,
  stylesheets: [
    {
      url: "https://example.com/assets/app.0a1b2c3d4e5f.css",
      status: 200,
      isWhole: true,
      references: [{ kind: "font", url: "https://example.com/assets/text.woff2" }],
    },
  ],
  stylesheetsTotal: 1,
};

export const HEALTHY_VISIT: PartValue<"browser"> = {
  url: ROOT,
  title: "Example",
  status: 200,
  product: "Chrome/150.0.0.0",
  isSettled: true,
  mixed: [],
  cspViolations: [],
  failed: [],
  console: [],
  blockedWrites: 0,
  refusedConnections: 0,
};
