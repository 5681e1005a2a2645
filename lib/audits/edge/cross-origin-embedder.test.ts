import { type Changes, pageWithHeader } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { crossOriginEmbedder } from "./cross-origin-embedder.ts";

const header = (...values: string[]) => pageWithHeader("cross-origin-embedder-policy", ...values);
const without = (changes: Changes, name: string): Changes => {
  const headers = changes.page?.response?.headers ?? [];
  return { page: { response: { headers: headers.filter(([key]) => key !== name) } } };
};

testOutcomes(crossOriginEmbedder, [
  ["ok", "pass", "the page is isolated", header("require-corp")],
  ["ok", "pass", "foreign content comes without credentials", header('credentialless; report-to="coep"')],
  ["not-used", "not_applicable", "it is not sent", {}],
  ["not-used", "not_applicable", "it is switched off", header("unsafe-none")],
  [
    "not-isolated",
    "warn",
    "the opener policy is missing",
    without(header("require-corp"), "cross-origin-opener-policy"),
  ],
  ["ineffective", "warn", "it is another word", header("same-origin")],
  ["ineffective", "warn", "it is sent twice", header("require-corp", "require-corp")],
  ["elsewhere", "not_applicable", "the page is another site's", { page: { response: { url: "https://x.example/" } } }],
]);
