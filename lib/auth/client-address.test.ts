import { describe, expect, it } from "vitest";
import { addressBlock, clientAddress } from "./client-address.ts";

describe("clientAddress", () => {
  it("believes the nearest proxy, not what a client wrote before it", () => {
    expect(clientAddress("1.2.3.4, 203.0.113.9")).toBe("203.0.113.9");
    expect(clientAddress("")).toBeNull();
    expect(clientAddress(null)).toBeNull();
  });
});

describe("addressBlock", () => {
  it.each([
    ["203.0.113.9", "203.0.113.200", true],
    ["203.0.113.9", "::ffff:203.0.113.10", true],
    ["203.0.113.9", "203.0.114.9", false],
    ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true],
    ["2001:db8:1:2::1", "2001:db8:1:3::1", false],
    ["nonsense", "more nonsense", true],
  ])("%s and %s share a block: %s", (a, b, isShared) => {
    expect(addressBlock(a) === addressBlock(b)).toBe(isShared);
  });
});
