import { HEALTHY_HEADERS } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { deprecatedHeaders } from "./deprecated-headers.ts";

const withLine = (name: string, value: string) => {
  const headers = HEALTHY_HEADERS.map(([key, text]): [string, string] => [key, text]);
  return { page: { response: { headers: [...headers, [name, value] as [string, string]] } } };
};

testOutcomes(deprecatedHeaders, [
  ["ok", "pass", "none is sent", {}],
  ["ok", "pass", "the old filter is switched off", withLine("x-xss-protection", " 0 ")],
  ["dropped", "warn", "certificate transparency is still asked for", withLine("expect-ct", "max-age=0")],
  ["dropped", "warn", "a policy goes under its old name", withLine("x-webkit-csp", "default-src 'self'")],
  ["xss-filter", "warn", "the old filter is switched on", withLine("x-xss-protection", "1; mode=block")],
  ["pinning", "warn", "keys are pinned", withLine("public-key-pins", 'pin-sha256="x"; max-age=1')],
  ["elsewhere", "not_applicable", "the page is another site's", { page: { response: { url: "https://x.example/" } } }],
]);
