import { pageWithHeader } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { crossOriginResource } from "./cross-origin-resource.ts";

const header = (...values: string[]) => pageWithHeader("cross-origin-resource-policy", ...values);

testOutcomes(crossOriginResource, [
  ["ok", "pass", "only the own origin may load it", {}],
  ["ok", "pass", "only the own site may", header("same-site")],
  ["missing", "warn", "it is not sent", header()],
  ["open", "warn", "every site may load it", header("cross-origin")],
  ["ineffective", "warn", "the case is wrong", header("Same-Origin")],
  ["ineffective", "warn", "it is sent twice", header("same-origin", "same-origin")],
  ["elsewhere", "not_applicable", "the page is another site's", { page: { response: { url: "https://x.example/" } } }],
]);
