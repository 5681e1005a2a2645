import { answered, answeredBy } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { resolves } from "./resolves.ts";

const none = answered("example.com", "A");
const gone = answeredBy("example.com", "A", "nxdomain");
const silent = answeredBy("example.com", "A", "timeout");

testOutcomes(resolves, [
  ["ok", "pass", "both families have an address", {}],
  ["ok", "pass", "there is only IPv6", { dns: { a: none } }],
  ["ok", "pass", "one family is not answered but the other is", { dns: { aaaa: silent } }],
  ["nxdomain", "fail", "every resolver says that the name does not exist", { dns: { a: gone, aaaa: gone } }],
  [
    "private",
    "fail",
    "every address is withheld",
    { dns: { a: answered("example.com", "A", "(not a public address)"), aaaa: none } },
  ],
  ["no-address", "fail", "the name exists without an address", { dns: { a: none, aaaa: none } }],
  ["unanswered", "inconclusive", "no resolver answers", { dns: { a: silent, aaaa: silent } }],
  ["unanswered", "inconclusive", "one family is empty and the other not answered", { dns: { a: none, aaaa: silent } }],
]);
