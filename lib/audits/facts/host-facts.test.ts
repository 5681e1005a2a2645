import { describe, expect, it } from "vitest";
import { healthyObservation } from "../testing/healthy-observation.ts";
import { hostFacts } from "./host-facts.ts";

describe("hostFacts", () => {
  it("has everything of a host that was seen whole", () => {
    const { dns, tls, redirects, edge, mail } = hostFacts(healthyObservation());
    expect(dns.length).toBeGreaterThan(0);
    expect(redirects.length).toBeGreaterThan(0);
    expect(tls?.trust).toBe("trusted");
    expect(edge?.assets.length).toBeGreaterThan(0);
    expect(mail?.domain).toBe("example.com");
  });

  it("has nothing of what could not be seen, and breaks on none of it", () => {
    const nothing = { dns: [], tls: null, redirects: [], edge: null, mail: null };
    expect(hostFacts(null)).toEqual(nothing);
    const healthy = healthyObservation();
    const unseen = Object.keys(healthy.parts).map((name) => [name, { state: "not_attempted", reason: "No." }]);
    expect(hostFacts({ ...healthy, parts: Object.fromEntries(unseen) })).toEqual(nothing);
  });
});
