import { expect, it } from "vitest";
import { hostileOrigins } from "./cors.ts";

it("makes for each lax way of checking an origin one that passes it", () => {
  const url = new URL("https://site.test:8443/x");
  const origins = Object.fromEntries(hostileOrigins(url).map(({ kind, origin }) => [kind, origin]));
  expect(origins).toEqual({
    foreign: expect.stringMatching(/^https:\/\/(?!.*site\.test)/),
    null: "null",
    prefix: expect.stringMatching(/^https:\/\/site\.test\.[a-z]/),
    suffix: expect.stringMatching(/^https:\/\/[a-z-]+[^.]site\.test:8443$/),
    http: "http://site.test:8443",
    subdomain: expect.stringMatching(/^https:\/\/[\w-]+\.site\.test:8443$/),
  });
  expect(Object.values(origins)).not.toContain(url.origin);
});

it.each(["https://192.0.2.1/", "https://[2001:db8::1]/"])(
  "makes none under an address that has no names: %s",
  (url) => {
    expect(hostileOrigins(new URL(url)).map(({ kind }) => kind)).not.toContain("subdomain");
  },
);

it("makes the subdomain under the site, not under the host", () => {
  const origins = hostileOrigins(new URL("https://app.example.com/"));
  expect(origins.find(({ kind }) => kind === "subdomain")?.origin).toMatch(/^https:\/\/[\w-]+\.example\.com$/);
});
