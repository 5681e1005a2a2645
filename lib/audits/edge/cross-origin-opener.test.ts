import { pageWithHeader } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { crossOriginOpener } from "./cross-origin-opener.ts";

const NAME = "cross-origin-opener-policy";
const header = (...values: string[]) => pageWithHeader(NAME, ...values);
const withoutIt = header().page?.response?.headers ?? [];

testOutcomes(crossOriginOpener, [
  ["ok", "pass", "the window is the page's own", {}],
  ["ok", "pass", "pop-ups of its own are let off", header("same-origin-allow-popups")],
  ["ok", "pass", "it reports", header('same-origin; report-to="coop"')],
  ["missing", "warn", "it is not sent", header()],
  [
    "report-only",
    "warn",
    "it is only reported",
    { page: { response: { headers: [...withoutIt, [`${NAME}-report-only`, "same-origin"]] } } },
  ],
  ["off", "warn", "it is switched off", header("unsafe-none")],
  ["ineffective", "warn", "it is sent twice", header("same-origin", "same-origin")],
  ["ineffective", "warn", "it is quoted", header('"same-origin"')],
  ["ineffective", "warn", "it is another word", header("same-site")],
  ["over-http", "not_applicable", "the page is plain", { page: { response: { url: "http://example.com/" } } }],
  ["elsewhere", "not_applicable", "the page is another site's", { page: { response: { url: "https://x.example/" } } }],
]);
