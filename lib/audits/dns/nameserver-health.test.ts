import type { PartValue } from "../observation.ts";
import type { Changes } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { nameserverHealth } from "./nameserver-health.ts";

type Nameserver = PartValue<"zone">["nameservers"][number];
const server = (state: Nameserver["state"], serial: number | null = null): Nameserver => ({
  name: `ns-${state}.example.net`,
  state,
  serial,
  status: state === "lame" ? "refused" : "",
});
const servers = (...nameservers: Nameserver[]): Changes => ({ zone: { nameservers } });
const good = server("answered", 7);

testOutcomes(nameserverHealth, [
  ["ok", "pass", "both answer with one serial", {}],
  ["ok", "pass", "one has an address that audits may not reach", servers(good, server("withheld"))],
  ["lame", "fail", "one does not know the zone", servers(good, server("lame"))],
  ["lame", "fail", "none knows the zone", servers(server("lame"))],
  ["no-address", "fail", "one has no address", servers(good, server("no_address"))],
  ["unreachable", "warn", "one is silent", servers(good, server("unreachable"))],
  ["serials-differ", "warn", "one is behind", servers(good, server("answered", 6))],
  ["not-asked", "inconclusive", "there is a proxy", { zone: { notAsked: "It goes through a proxy." } }],
  [
    "intercepted",
    "inconclusive",
    "a resolver answers in place of all",
    servers({ ...server("lame"), status: "ok" }, { ...server("lame"), status: "ok" }),
  ],
  ["unanswered", "inconclusive", "all are silent", servers(server("unreachable"), server("unreachable"))],
  ["unanswered", "inconclusive", "none is known", servers()],
]);
