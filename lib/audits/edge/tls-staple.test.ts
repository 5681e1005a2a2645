import { HEALTHY } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { tlsStaple } from "./tls-staple.ts";

const asking = HEALTHY.tls.chain.map((certificate) => ({ ...certificate, mustStaple: true }));

testOutcomes(tlsStaple, [
  ["ok", "pass", "it asks for nothing, and nothing is sent", {}],
  ["ok", "pass", "it asks for nothing, and an answer is sent all the same", { tls: { ocspStapled: true } }],
  ["stapled", "pass", "it asks, and an answer is sent", { tls: { chain: asking, ocspStapled: true } }],
  ["missing", "fail", "it asks, and no answer is sent", { tls: { chain: asking } }],
  ["no-certificate", "inconclusive", "there is none", { tls: { chain: [] } }],
]);
