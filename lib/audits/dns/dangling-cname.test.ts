import { expect, it } from "vitest";
import type { Changes } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { isClaimable } from "./claimable-hosts.ts";
import { danglingCname } from "./dangling-cname.ts";

function alias(cname: string, cnameTarget: ReturnType<typeof answered> | null): Changes {
  return { dns: { cname: answered("app.example.com", "CNAME", cname), cnameTarget } };
}
const gone = (name: string) => answeredBy(name, "A", "nxdomain");

testOutcomes(danglingCname, [
  ["ok", "pass", "the alias has an address", alias("edge.example.net", answered("edge.example.net", "A", "192.0.2.1"))],
  ["no-cname", "pass", "there is no alias", {}],
  [
    "no-address",
    "fail",
    "the alias exists without an address",
    alias("edge.example.net", answered("edge.example.net", "A")),
  ],
  ["dangling", "fail", "the alias does not exist", alias("old.example.net", gone("old.example.net"))],
  [
    "claimable",
    "fail",
    "the alias can be registered by anyone",
    alias("old.herokuapp.com.", gone("old.herokuapp.com")),
  ],
  [
    "unanswered",
    "inconclusive",
    "no resolver speaks of the alias",
    { dns: { cname: answeredBy("example.com", "CNAME", "timeout") } },
  ],
  [
    "unanswered",
    "inconclusive",
    "no resolver speaks of its address",
    alias("x.example.net", answeredBy("x.example.net", "A", "timeout")),
  ],
  ["unanswered", "inconclusive", "the alias was not followed", alias("x.example.net", null)],
]);

it("takes a service's own name, and one that only ends like it, for unclaimable", () => {
  expect(["github.io", "evilgithub.io"].map(isClaimable)).toEqual([false, false]);
  expect(isClaimable("Old.GitHub.io.")).toBe(true);
});
