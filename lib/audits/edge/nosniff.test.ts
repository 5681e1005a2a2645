import { pageWithHeader } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { nosniff } from "./nosniff.ts";

const header = (...values: string[]) => pageWithHeader("x-content-type-options", ...values);

testOutcomes(nosniff, [
  ["ok", "pass", "the header is there", {}],
  ["ok", "pass", "case and space do not matter", header("\t NoSniff ")],
  ["ok", "pass", "the first of several counts", header("nosniff, foo", "bar")],
  ["ineffective", "fail", "the value is another", header("none")],
  ["ineffective", "fail", "the first of several is another", header("foo, nosniff")],
  ["ineffective", "fail", "the first header is empty", header("", "nosniff")],
  ["ineffective", "fail", "the value is quoted", header('"nosniff"')],
  ["missing", "fail", "the header is not there", header()],
  [
    "ok",
    "pass",
    "the page is on another host of the same domain",
    { page: { response: { url: "https://www.example.com/" } } },
  ],
  [
    "elsewhere",
    "not_applicable",
    "the other site's name only ends alike",
    { page: { response: { url: "https://attackerexample.com/" } } },
  ],
  [
    "elsewhere",
    "not_applicable",
    "the page is another site's",
    { page: { response: { url: "https://example.net/" } } },
  ],
]);
