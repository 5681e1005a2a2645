import { describe, expect, it } from "vitest";
import { isHashedName } from "./hashed-name.ts";

describe("isHashedName", () => {
  it.each([
    "/_next/static/chunks/main-app.js",
    "/_next/static/media/logo.png",
    "/static/js/main.3f9ab2c1.js",
    "/static/js/main.3f9ab2c1.chunk.js",
    "/assets/index-BxT3k9_q.css",
    "/assets/vendor-ui-DkP2a-7x.js",
    "/assets/app.0123456789ab.css",
    "/build/entry.client-7YQ2KXLN.js",
    "/fonts/inter-4f2a9c01.woff2",
  ])("takes %s for one", (path) => {
    expect(isHashedName(path)).toBe(true);
  });

  it.each([
    "/app.js",
    "/js/jquery-3.7.1.min.js",
    "/js/bootstrap.bundle.min.js",
    "/css/style-20241103.css",
    "/images/background.png",
    "/js/googleAnalytics.js",
    "/js/jQuery-plugin2.js",
    "/js/fontAwesome5.min.js",
    "/css/TopNavigation.css",
    "/favicon.ico",
    "/api/3f9ab2c1",
    "/",
  ])("does not take %s for one", (path) => {
    expect(isHashedName(path)).toBe(false);
  });
});
