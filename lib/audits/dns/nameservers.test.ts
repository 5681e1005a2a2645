import { answered, answeredBy } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { nameservers } from "./nameservers.ts";

testOutcomes(nameservers, [
  ["ok", "pass", "there are two", {}],
  ["single", "fail", "there is one", { dns: { ns: answered("example.com", "NS", "ns1.example.net") } }],
  [
    "single",
    "fail",
    "one is named twice",
    { dns: { ns: answered("example.com", "NS", "ns1.example.net", "NS1.example.net.") } },
  ],
  ["missing", "fail", "there is none", { dns: { ns: answered("example.com", "NS") } }],
  [
    "no-domain",
    "inconclusive",
    "the domain does not exist",
    { dns: { ns: answeredBy("example.com", "NS", "nxdomain") } },
  ],
  ["unanswered", "inconclusive", "no resolver answers", { dns: { ns: answeredBy("example.com", "NS", "servfail") } }],
]);
