import { testOutcomes } from "../testing/test-outcomes.ts";
import { botRule } from "./bot-rule.ts";

const front = (...headers: [string, string][]) => ({ edge: { front: { headers } } });

testOutcomes(botRule, [
  ["observed", "pass", "Cloudflare sets its bot cookie", {}],
  ["observed", "pass", "the request itself was challenged", front(["cf-mitigated", "challenge"])],
  ["observed", "pass", "Akamai sets its cookies", front(["set-cookie", "bm_sz"])],
  ["observed", "pass", "DataDome says so in a header", front(["x-datadome", "protected"])],
  ["not-observed", "inconclusive", "there are only the site's own cookies", front(["set-cookie", "session"])],
  ["not-observed", "inconclusive", "a cookie is named almost like one", front(["set-cookie", "my__cf_bm"])],
]);
