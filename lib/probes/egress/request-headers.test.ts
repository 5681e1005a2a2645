import { expect, it } from "vitest";
import { checkRequestHeaders } from "./request-headers.ts";

it("passes ordinary headers with lower-case names", () => {
  expect(checkRequestHeaders({ Origin: "null", "X-Mine": "a\tb" })).toEqual({ origin: "null", "x-mine": "a\tb" });
});

it.each([
  [{ Host: "a" }],
  [{ connection: "close" }],
  [{ "Transfer-Encoding": "chunked" }],
  [{ "Content-Length": "0" }],
  [{ TE: "trailers" }],
  [{ Upgrade: "h2c" }],
  [{ "Proxy-Authorization": "x" }],
  [{ "X-Forwarded-For": "127.0.0.1" }],
  [{ "Metadata-Flavor": "Google" }],
  [{ "X-aws-ec2-metadata-token-ttl-seconds": "1" }],
  [{ "X-Metadata-Token": "x" }],
  [{ "x-mine": "a\r\nb: c" }],
  [{ "x-mine": "é" }],
  [{ "x-mine": "x".repeat(4097) }],
  [{ "x mine": "a" }],
  [{ "": "a" }],
  [Object.fromEntries(Array.from({ length: 33 }, (_, index) => [`x-${index}`, "a"]))],
])("refuses %j", (headers) => {
  expect(() => checkRequestHeaders(headers as Record<string, string>)).toThrow(/blocked_header/);
});
