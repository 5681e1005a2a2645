import { expect, it } from "vitest";
import { parseAllow } from "./config.ts";
import { parseTarget } from "./parse-target.ts";

it.each([
  ["https://Example.com", "https://example.com/", "example.com", 443, "example.com"],
  ["example.com", "https://example.com/", "example.com", 443, "example.com"],
  ["app.example.co.uk:8443/x?y#z", "https://app.example.co.uk:8443/x?y", "app.example.co.uk", 8443, "example.co.uk"],
  ["http://www.example.com./", "http://www.example.com/", "www.example.com", 80, "example.com"],
  ["https://shop.vercel.app/", "https://shop.vercel.app/", "shop.vercel.app", 443, "shop.vercel.app"],
  ["https://[2606:4700::1111]/", "https://[2606:4700::1111]/", "2606:4700::1111", 443, "2606:4700::1111"],
  ["https://bücher.example/", "https://xn--bcher-kva.example/", "xn--bcher-kva.example", 443, "xn--bcher-kva.example"],
  ["https://ops-copilot.test:4443/", "https://ops-copilot.test:4443/", "ops-copilot.test", 4443, "ops-copilot.test"],
])("%s is %s", (raw, url, host, port, domain) => {
  expect(parseTarget(raw)).toMatchObject({ url, host, port, domain });
});

it.each([
  ["", /complete web address/],
  ["javascript:alert(1)", /http and https/],
  ["http://localhost:3000/", /local name/],
  ["127.0.0.1:8080", /private or reserved/],
  ["https://[::1]/", /private or reserved/],
  ["https://user:pw@example.com/", /user name or a password/],
  ["https://example.com:25/", /Port 25/],
])("%j is refused in words", (raw, words) => {
  expect(() => parseTarget(raw)).toThrow(words);
});

it("takes what the operator allows", () => {
  expect(parseTarget("localhost:3000", { allow: [parseAllow("localhost")] })).toMatchObject({
    host: "localhost",
    domain: "localhost",
  });
  expect(parseTarget("http://10.0.0.1/", { allow: [parseAllow("10.0.0.0/8")] })).toMatchObject({
    host: "10.0.0.1",
    domain: "10.0.0.1",
  });
});
