import { describe, expect, it } from "vitest";
import { cacheProof } from "./cache-proof.ts";

describe("cacheProof", () => {
  it.each([
    ["cf-cache-status", "HIT", "hit"],
    ["cf-cache-status", "DYNAMIC", "passed"],
    ["cf-cache-status", "EXPIRED", "miss"],
    ["x-vercel-cache", "PRERENDER", "hit"],
    ["x-vercel-cache", "STALE", "hit"],
    ["x-cache", "Hit from cloudfront", "hit"],
    ["x-cache", "RefreshHit from cloudfront", "hit"],
    ["x-cache", "Miss from cloudfront", "miss"],
    ["x-cache", "MISS, HIT", "hit"],
    ["x-cache", "HIT, MISS", "miss"],
    ["x-cache", "TCP_MEM_HIT from a23-1-2-3", "hit"],
    ["x-cache", "CONFIG_NOCACHE", "passed"],
    ["x-cache-hits", "0, 3", "hit"],
    ["x-cache-hits", "0", "miss"],
    ["cache-status", "origin; fwd=miss, edge; hit; ttl=30", "hit"],
    ["cache-status", '"Netlify Edge"; fwd=miss', "miss"],
    ["cache-status", "edge; fwd=bypass", "passed"],
    ["cache-status", "edge; hit=?0; fwd=stale", "miss"],
    ["age", "12", "hit"],
  ])("reads %s: %s as %s", (name, value, state) => {
    expect(cacheProof([[name, value]])).toEqual({ state, proof: `${name}: ${value}` });
  });

  it.each([
    ["age", "0"],
    ["age", "soon"],
    ["x-cache", "from the shop"],
    ["cf-cache-status", "constructor"],
    ["via", "1.1 varnish"],
  ])("knows nothing from %s: %s", (name, value) => {
    expect(cacheProof([[name, value]])).toBeNull();
  });

  it("takes the plainest word where several speak", () => {
    const proof = cacheProof([
      ["age", "3"],
      ["cf-cache-status", "MISS"],
    ]);
    expect(proof).toEqual({ state: "miss", proof: "cf-cache-status: MISS" });
  });
});
