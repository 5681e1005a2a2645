import { answered, answeredBy } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { wildcard } from "./wildcard.ts";

const NAME = "launch-ready-00.example.com";

testOutcomes(wildcard, [
  ["ok", "pass", "the name does not exist", {}],
  ["ok", "pass", "the name exists without records", { zone: { wildcard: [answered(NAME, "A")] } }],
  ["wildcard", "warn", "it has an address", { zone: { wildcard: [answered(NAME, "A", "192.0.2.1")] } }],
  [
    "wildcard",
    "warn",
    "it has a text, though another question is not answered",
    { zone: { wildcard: [answeredBy(NAME, "A", "timeout"), answered(NAME, "TXT", "x")] } },
  ],
  [
    "unanswered",
    "inconclusive",
    "one question is not answered",
    { zone: { wildcard: [answeredBy(NAME, "A", "nxdomain"), answeredBy(NAME, "AAAA", "servfail")] } },
  ],
  ["unanswered", "inconclusive", "nothing was asked", { zone: { wildcard: [] } }],
]);
