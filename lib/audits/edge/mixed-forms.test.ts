import type { Changes } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { mixedForms } from "./mixed-forms.ts";

const sends = (...references: readonly (readonly ["form" | "refresh" | "script", string])[]): Changes => ({
  page: { document: { references: references.map(([kind, url]) => ({ kind, url, tag: kind })) } },
});
const upgrading = (changes: Changes): Changes => ({
  page: { ...changes.page, response: { headers: [["content-security-policy", "upgrade-insecure-requests"]] } },
});
const PLAIN = "http://example.com/login";

testOutcomes(mixedForms, [
  [
    "ok",
    "pass",
    "forms and forwards are https",
    sends(["form", "https://example.com/"], ["refresh", "https://x.test/"]),
  ],
  ["ok", "pass", "a plain script has a rule of its own", sends(["script", PLAIN])],
  ["upgraded", "pass", "the policy upgrades the form", upgrading(sends(["form", "http://elsewhere.test/"]))],
  ["upgraded", "pass", "the policy upgrades a forward to the own host", upgrading(sends(["refresh", PLAIN]))],
  ["refresh", "fail", "the policy upgrades no forward elsewhere", upgrading(sends(["refresh", "http://x.test/"]))],
  [
    "form",
    "fail",
    "a form is plain, which is worse than a forward",
    sends(["refresh", PLAIN], ["form", "HTTP://x.test/"]),
  ],
  ["refresh", "fail", "a forward is plain", sends(["refresh", PLAIN])],
  [
    "over-http",
    "not_applicable",
    "the page itself is plain",
    { page: { ...sends(["form", PLAIN]).page, response: { url: "http://example.com/" } } },
  ],
  ["no-document", "not_applicable", "the answer is no document", { page: { document: null } }],
  ["truncated", "inconclusive", "the document goes on", { page: { response: { bodyTruncated: true } } }],
  ["elsewhere", "not_applicable", "the page is another's", { page: { response: { url: "https://example.net/" } } }],
]);
