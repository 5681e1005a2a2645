import type { Changes } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { browserMixedContent } from "./browser-mixed-content.ts";

const saw = (...resolutions: readonly ("blocked" | "upgraded" | "warning")[]): Changes => ({
  browser: {
    mixed: resolutions.map((resolution) => ({ url: "http://x.test/", resource: "Image", resolution })),
  },
});

testOutcomes(browserMixedContent, [
  ["ok", "pass", "nothing plain", {}],
  ["unsettled", "pass", "nothing plain, but the page goes on", { browser: { isSettled: false } }],
  ["upgraded", "warn", "images are asked for over https", saw("upgraded")],
  ["warning", "warn", "something plain got through", saw("upgraded", "warning")],
  ["blocked", "fail", "something was blocked", saw("upgraded", "warning", "blocked")],
  ["over-http", "not_applicable", "the visit ended on plain http", { browser: { url: "http://example.com/" } }],
  ["elsewhere", "not_applicable", "the visit ended elsewhere", { browser: { url: "https://example.net/" } }],
]);
