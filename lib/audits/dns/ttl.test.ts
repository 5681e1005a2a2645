import type { DnsQuestion } from "../observation.ts";
import type { Changes } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { fromServers } from "../testing/healthy-zone.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { ttl } from "./ttl.ts";

const HOST = "example.com";
const lasting = (question: DnsQuestion, seconds: number): DnsQuestion => ({
  ...question,
  answers: question.answers.map((answer) => ({ ...answer, ttl: seconds })),
});
const own = (seconds: number): Changes => ({
  zone: { answers: [lasting(fromServers(HOST, "A", "192.0.2.10"), seconds)] },
});
const resolvers = (seconds: number): Changes => ({
  dns: { a: lasting(answered(HOST, "A", "192.0.2.10"), seconds) },
  zone: { answers: [] },
});
const nothing = (answer: (name: string, type: string) => DnsQuestion): Changes => ({
  dns: { a: answer(HOST, "A"), aaaa: answer(HOST, "AAAA"), cname: answer(HOST, "CNAME") },
  zone: { answers: [] },
});

testOutcomes(ttl, [
  ["ok", "pass", "records are kept for minutes", {}],
  ["ok", "pass", "records are kept for a day", own(86_400)],
  [
    "ok",
    "pass",
    "name servers at the apex are kept for two days",
    {
      zone: {
        answers: [fromServers(HOST, "A", "192.0.2.10"), lasting(fromServers(HOST, "NS", "ns1.example.net"), 172_800)],
      },
    },
  ],
  ["ok", "pass", "what a resolver has left is short", resolvers(60)],
  ["too-long", "warn", "records are kept for longer than a day", own(86_401)],
  ["too-long", "warn", "only resolvers could be asked", resolvers(172_800)],
  ["zero", "warn", "records are never kept", own(0)],
  ["no-records", "not_applicable", "the host has no records", nothing(answered)],
  ["unanswered", "inconclusive", "nobody answers", nothing((name, type) => answeredBy(name, type, "timeout"))],
  ["unanswered", "inconclusive", "a resolver's copy is just running out", resolvers(0)],
]);
