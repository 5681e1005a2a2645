import { pageWithHeader } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { hstsPreload } from "./hsts-preload.ts";

const header = (...values: string[]) => pageWithHeader("strict-transport-security", ...values);
const GOOD = "max-age=31536000; includeSubDomains; preload";

testOutcomes(hstsPreload, [
  ["eligible", "pass", "all terms are met", header(GOOD)],
  [
    "eligible",
    "pass",
    "ten years and a day only earn a warning",
    header("max-age=315446400; includeSubDomains; preload"),
  ],
  ["not-eligible", "warn", "subdomains are left out", header("max-age=31536000; preload")],
  ["not-eligible", "warn", "a second is lacking", header("max-age=31535999; includeSubDomains; preload")],
  ["not-eligible", "warn", "the policy is switched off", header("max-age=0; includeSubDomains; preload")],
  ["not-asked", "not_applicable", "preload is not said", {}],
  ["not-asked", "not_applicable", "browsers do not take the header", header("includeSubDomains; preload")],
  ["not-asked", "not_applicable", "only the second header says it", header("max-age=31536000", GOOD)],
  ["not-asked", "not_applicable", "there is no header", header()],
  [
    "subdomain",
    "not_applicable",
    "the host is not the registered domain",
    { page: { response: { url: "https://app.example.com/", headers: [["strict-transport-security", GOOD]] } } },
  ],
  [
    "elsewhere",
    "not_applicable",
    "the page is another site's",
    { page: { response: { url: "https://other.example/" } } },
  ],
]);
