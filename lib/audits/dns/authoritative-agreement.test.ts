import { type DnsQuestion, NO_NOTES } from "../observation.ts";
import type { Changes } from "../testing/healthy-observation.ts";
import { answered } from "../testing/healthy-values.ts";
import { fromServers } from "../testing/healthy-zone.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { authoritativeAgreement } from "./authoritative-agreement.ts";

const HOST = "example.com";
const NAMESERVERS = ["ns1.example.net", "ns2.example.net"];
const HEALTHY = {
  A: fromServers(HOST, "A", "192.0.2.10"),
  AAAA: fromServers(HOST, "AAAA", "2001:db8::10"),
  CNAME: fromServers(HOST, "CNAME"),
  NS: fromServers(HOST, "NS", ...NAMESERVERS),
};
const say = (changes: Partial<typeof HEALTHY>, dns: Changes["dns"] = {}): Changes => ({
  dns,
  zone: { answers: Object.values({ ...HEALTHY, ...changes }) },
});

/** The second server's records in place of the first one's. */
function split(question: DnsQuestion, ...records: string[]): DnsQuestion {
  const answers = question.answers.map((answer, index) => (index === 0 ? answer : { ...answer, records }));
  return { ...question, answers };
}
/** The second server has the version before. */
const old = (changes: Changes): Changes => ({
  ...changes,
  zone: {
    ...changes.zone,
    nameservers: NAMESERVERS.map((name, index) => ({ name, state: "answered", serial: 7 - index, status: "ok" })),
  },
});
const silent = (question: DnsQuestion): DnsQuestion => ({
  ...question,
  answers: question.answers.map((answer) => ({ ...answer, status: "timeout", records: [] })),
});

testOutcomes(authoritativeAgreement, [
  ["ok", "pass", "all say the same", {}],
  ["ok", "pass", "a pool is handed out in part", say({ A: fromServers(HOST, "A", "192.0.2.10", "192.0.2.11") })],
  [
    "ok",
    "pass",
    "the host is an alias, whose addresses are for others to say",
    say(
      {
        A: fromServers(HOST, "A"),
        AAAA: fromServers(HOST, "AAAA"),
        CNAME: fromServers(HOST, "CNAME", "x.example.net"),
      },
      { cname: answered(HOST, "CNAME", "x.example.net") },
    ),
  ],
  [
    "ok",
    "pass",
    "one resolver still has the old address",
    say({}, { a: split(answered(HOST, "A", "192.0.2.10"), "192.0.2.1") }),
  ],
  ["servers-differ", "fail", "one server has an old copy", old(say({ A: split(HEALTHY.A, "192.0.2.99") }))],
  [
    "servers-differ",
    "fail",
    "one server has another alias",
    {
      ...say({ CNAME: split(fromServers(HOST, "CNAME", "x.example.net"), "y.example.net") }),
    },
  ],
  ["varies", "warn", "servers with one version differ", say({ A: split(HEALTHY.A, "192.0.2.99") })],
  [
    "spread",
    "pass",
    "the team expects all of them",
    say({ A: split(HEALTHY.A, "192.0.2.99") }),
    { notes: { ...NO_NOTES, expects: ["192.0.2.10", "192.0.2.99"] } },
  ],
  ["resolvers-differ", "warn", "no resolver has the address", say({ A: fromServers(HOST, "A", "192.0.2.99") })],
  [
    "resolvers-differ",
    "warn",
    "the resolvers know of no alias",
    say({ CNAME: fromServers(HOST, "CNAME", "x.example.net") }),
  ],
  [
    "nameservers-differ",
    "warn",
    "the zone lists other servers",
    say({ NS: fromServers(HOST, "NS", "ns1.old.example") }),
  ],
  ["not-asked", "inconclusive", "there is a proxy", { zone: { notAsked: "It goes through a proxy." } }],
  ["unanswered", "inconclusive", "no server answers", say({ A: silent(HEALTHY.A) })],
  ["unanswered", "inconclusive", "there is no server", { zone: { answers: [] } }],
]);
