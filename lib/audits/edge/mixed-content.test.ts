import type { PartValue } from "../observation.ts";
import type { Changes } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { mixedContent } from "./mixed-content.ts";

type Kind = NonNullable<PartValue<"page">["document"]>["references"][number]["kind"];

const loads = (...references: readonly (readonly [Kind, string])[]): Changes => ({
  page: { document: { references: references.map(([kind, url]) => ({ kind, url, tag: kind })) } },
});
const PLAIN = "http://cdn.example.net/x";
const upgrade = "upgrade-insecure-requests";

testOutcomes(mixedContent, [
  ["ok", "pass", "everything is https", {}],
  [
    "ok",
    "pass",
    "other schemes are no plain HTTP",
    loads(["image", "data:image/png,x"], ["script", "wss://example.com"], ["link", "mailto:http://x"]),
  ],
  [
    "ok",
    "pass",
    "the visitor's own machine counts as safe",
    loads(["script", "http://127.0.0.1:3000/x"], ["script", "http://app.localhost/x"], ["script", "http://[::1]/x"]),
  ],
  [
    "upgraded",
    "pass",
    "the policy upgrades",
    { page: { ...loads(["script", PLAIN]).page, response: { headers: [["content-security-policy", upgrade]] } } },
  ],
  [
    "upgraded",
    "pass",
    "a <meta> policy upgrades",
    { page: { document: { metaCsp: [upgrade], references: [{ kind: "form", url: PLAIN, tag: "form" }] } } },
  ],
  ["upgradeable", "warn", "an image is plain", loads(["image", PLAIN], ["link", PLAIN])],
  ["blockable", "fail", "a script is plain", loads(["image", PLAIN], ["script", PLAIN])],
  [
    "blockable",
    "fail",
    "the host only begins like the visitor's machine",
    loads(["frame", "http://127.0.0.1.example.net/"]),
  ],
  [
    "form",
    "fail",
    "a form is plain, which is worse than a script",
    loads(["script", PLAIN], ["form", "HTTP://example.com/login"]),
  ],
  [
    "over-http",
    "not_applicable",
    "the page itself is plain",
    { page: { ...loads(["script", PLAIN]).page, response: { url: "http://example.com/" } } },
  ],
  ["no-document", "not_applicable", "the answer is no document", { page: { document: null } }],
  [
    "truncated",
    "inconclusive",
    "the document goes on beyond what was read",
    { page: { response: { bodyTruncated: true } } },
  ],
  [
    "elsewhere",
    "not_applicable",
    "the page is another site's",
    { page: { response: { url: "https://example.net/" } } },
  ],
]);
