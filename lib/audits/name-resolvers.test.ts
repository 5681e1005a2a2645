import { expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { nameResolvers } from "./name-resolvers.ts";
import { PUBLIC_PARTS, PUBLIC_RULES } from "./public-rules.ts";
import { healthyObservation } from "./testing/healthy-observation.ts";

const answer = (resolver: string) => ({ resolver, status: "ok" as const, records: ["203.0.113.7"], ms: 1 });

it("calls each resolver by a number, the same one each time, and leaves the servers of the zone their names", () => {
  const observation = healthyObservation({
    dns: {
      a: { answers: [answer("10.0.0.53:5353"), answer("[fd00::53]:53"), answer("ns1.example.com")] },
      aaaa: { answers: [answer("fd00::53"), answer("10.0.0.53:5353")] },
    },
  });
  const named = nameResolvers(observation);
  const dns = named.parts.dns.state === "observed" ? named.parts.dns.value : null;
  expect(dns?.a.answers.map(({ resolver }) => resolver)).toEqual(["resolver 1", "resolver 2", "ns1.example.com"]);
  expect(dns?.aaaa.answers.map(({ resolver }) => resolver)).toEqual(["resolver 3", "resolver 1"]);
  expect(JSON.stringify(named)).not.toMatch(/10\.0\.0\.53|fd00/);
});

it("changes no verdict", () => {
  const observation = healthyObservation();
  const judged = (seen: typeof observation) => evaluate(seen, PUBLIC_RULES).map(({ rule, verdict }) => [rule, verdict]);
  expect(judged(nameResolvers(observation))).toEqual(judged(observation));
});

it("asks for nothing that takes a browser or that only a team knows", () => {
  expect(PUBLIC_PARTS).not.toContain("browser");
  expect(PUBLIC_PARTS).not.toContain("oldUrls");
  expect(PUBLIC_RULES.length).toBeGreaterThan(30);
});
