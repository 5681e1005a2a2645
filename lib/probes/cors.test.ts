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
  });
  expect(Object.values(origins)).not.toContain(url.origin);
});
