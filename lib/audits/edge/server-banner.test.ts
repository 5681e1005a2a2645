import { pageWithHeader } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { serverBanner } from "./server-banner.ts";

const server = (...values: string[]) => pageWithHeader("server", ...values);
const poweredBy = (value: string) => pageWithHeader("x-powered-by", value);

testOutcomes(serverBanner, [
  ["ok", "pass", "the server has a name only", server("nginx")],
  ["ok", "pass", "there is no banner", server()],
  ["ok", "pass", "a digit is part of a name", server("K2")],
  ["ok", "pass", "the edge names its own build", server("Fly/4cc8a2f1b (2026-11-12)")],
  ["product", "warn", "the framework is named", poweredBy("Next.js")],
  ["version", "warn", "the server tells its version", server("nginx/1.25.3")],
  ["version", "warn", "the version is a single number", server("Microsoft-HTTPAPI/2")],
  ["version", "warn", "the second of two headers tells it", server("cloudflare", "Apache 2.4.1 (Debian)")],
  ["version", "warn", "the framework's version is told", poweredBy("PHP/8.3.1")],
  [
    "elsewhere",
    "not_applicable",
    "the page is another site's",
    { page: { response: { url: "https://example.net/" } } },
  ],
]);
