import { testOutcomes } from "../testing/test-outcomes.ts";
import { cspNonce } from "./csp-nonce.ts";

const seen = (first: string[], second: string[]) => ({ assets: { page: { nonces: { first, second } } } });

testOutcomes(cspNonce, [
  ["ok", "pass", "each answer has its own", seen(["r4nd0m"], ["0th3r"])],
  ["ok", "pass", "the second answer has none", seen(["r4nd0m"], [])],
  ["reused", "fail", "one comes again", seen(["r4nd0m", "fixed"], ["0th3r", "fixed"])],
  ["no-nonce", "not_applicable", "the policy has none", seen([], [])],
  [
    "seen-once",
    "inconclusive",
    "no second answer came",
    { assets: { page: { second: null, nonces: { first: ["r4nd0m"], second: [] } } } },
  ],
]);
