import { describe, expect, it } from "vitest";
import { healthyObservation } from "../testing/healthy-observation.ts";
import { HEALTHY_AT } from "../testing/healthy-values.ts";
import { tlsFacts } from "./tls-facts.ts";

describe("the row of a host in the TLS table", () => {
  it("tells versions oldest first, the share of the lifetime that is left, and what the leaf carries", () => {
    const facts = tlsFacts(healthyObservation().parts, HEALTHY_AT);
    expect(facts?.versions.map(({ version, offered }) => `${version} ${offered}`)).toEqual([
      "TLSv1 false",
      "TLSv1.1 false",
      "TLSv1.2 true",
      "TLSv1.3 true",
    ]);
    expect(facts?.lifetimeLeft).toBeCloseTo(58.5 / 90, 3);
    expect(facts).toMatchObject({ trust: "trusted", scts: 2, mustStaple: false, root: { store: "public" } });
    expect(facts?.chain[0]).toMatchObject({ key: "ec 256 bit, prime256v1", daysLeft: 58 });
  });

  it("says in a few words what is wrong with the chain", () => {
    const { parts } = healthyObservation({ tls: { trusted: false, trustError: "SELF_SIGNED_CERT_IN_CHAIN" } });
    expect(tlsFacts(parts, HEALTHY_AT)?.trust).toBe("unknown root");
  });

  it("counts days below zero once a certificate has run out, and no share of its life", () => {
    const facts = tlsFacts(healthyObservation().parts, "2026-08-01T12:00:00.000Z");
    expect([facts?.lifetimeLeft, facts?.chain[0]?.daysLeft]).toEqual([0, -3]);
  });

  it("is empty where no TLS was seen", () => {
    expect(tlsFacts({}, HEALTHY_AT)).toBeNull();
  });
});
