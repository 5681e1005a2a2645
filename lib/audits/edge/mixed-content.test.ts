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
    loads(["image", "data:image/png,x"], ["script", "wss://example.com"], ["fetch", "mailto:http://x"]),
  ],
  [
    "ok",
    "pass",
    "the visitor's own machine counts as safe",
    loads(["script", "http://127.0.0.1:3000/x"], ["script", "http://app.localhost/x"], ["script", "http://[::1]/x"]),
  ],
  [
    "ok",
    "pass",
    "forms, forwards and style sheets have rules of their own",
    loads(["form", PLAIN], ["refresh", PLAIN]),
  ],
  [
    "ok",
    "pass",
    "what CSS loads has a rule of its own",
    { page: { document: { references: [{ kind: "image", url: PLAIN, tag: "style", isInCss: true }] } } },
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
    { page: { document: { metaCsp: [upgrade], references: [{ kind: "frame", url: PLAIN, tag: "iframe" }] } } },
  ],
  [
    "blockable",
    "fail",
    "a policy that only reports upgrades nothing",
    {
      page: {
        ...loads(["script", PLAIN]).page,
        response: { headers: [["content-security-policy-report-only", upgrade]] },
      },
    },
  ],
  [
    "upgradeable",
    "warn",
    "block-all-mixed-content changes nothing, since browsers no longer heed it",
    {
      page: {
        ...loads(["image", PLAIN]).page,
        response: { headers: [["content-security-policy", "block-all-mixed-content"]] },
      },
    },
  ],
  ["upgradeable", "warn", "an image is plain", loads(["image", PLAIN], ["media", PLAIN])],
  ["blockable", "fail", "a script is plain", loads(["image", PLAIN], ["script", PLAIN])],
  ["blockable", "fail", "a set of images is not upgraded", loads(["imageset", PLAIN])],
  [
    "blockable",
    "fail",
    "an image at an address without a name is not upgraded",
    loads(["image", "http://192.0.2.1/x"]),
  ],
  [
    "blockable",
    "fail",
    "the host only begins like the visitor's machine",
    loads(["frame", "http://127.0.0.1.example.net/"]),
  ],
  [
    "base-refused",
    "warn",
    "the policy makes browsers pass over the plain base",
    {
      page: {
        document: { ...loads(["script", "http://example.com/a.js"]).page?.document, baseHref: "http://example.com/" },
        response: { headers: [["content-security-policy", "base-uri 'self'"]] },
      },
    },
  ],
  [
    "base",
    "fail",
    "a plain base makes relative addresses plain",
    {
      page: {
        document: { ...loads(["script", "http://example.com/a.js"]).page?.document, baseHref: "http://example.com/" },
        response: { headers: [["content-security-policy", "base-uri 'self' http:"]] },
      },
    },
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
