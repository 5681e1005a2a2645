import { describe, expect, it } from "vitest";
import { healthyObservation } from "../testing/healthy-observation.ts";
import { edgeFacts } from "./edge-facts.ts";

describe("what the host page shows of the edge", () => {
  it("names the edge, its proofs, the origins that were tried and the bot rule", () => {
    const facts = edgeFacts(healthyObservation());
    expect(facts?.edge).toBe("Cloudflare");
    expect(facts?.proofs.map(({ kind }) => kind)).toEqual(["address", "header", "trace", "nameserver"]);
    expect(facts?.origins).toEqual([
      { origin: "203.0.113.7", result: "refuses", note: "The host refused the connection." },
    ]);
    expect(facts?.botRule).toBe("the cookie __cf_bm of Cloudflare");
  });

  it("shows a single proof without naming an edge", () => {
    const front = { headers: [["cf-ray", "8f0a1b2c3d4e5f60-TLL"] as [string, string]] };
    const facts = edgeFacts(healthyObservation({ edge: { addresses: [], nameservers: [], trace: null, front } }));
    expect([facts?.edge, facts?.proofs.length]).toEqual([null, 1]);
  });

  it("is empty where no edge was looked for", () => {
    const { target } = healthyObservation();
    expect(edgeFacts({ target, parts: {} })).toBeNull();
  });
});
