import { pageWithHeader } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { cookieScope } from "./cookie-scope.ts";

const cookies = (...values: string[]) => pageWithHeader("set-cookie", ...values);
const DAY = 86_400;

testOutcomes(cookieScope, [
  ["ok", "pass", "the cookie is the host's alone", {}],
  ["ok", "pass", "a cookie that is no session goes to subdomains", cookies("theme=dark; Domain=.Example.com")],
  ["ok", "pass", "it is kept for 400 days", cookies(`theme=dark; Max-Age=${400 * DAY}`)],
  ["ok", "pass", "the same name stands under two paths", cookies("theme=a; Path=/", "theme=b; Path=/app")],
  ["ok", "pass", "one is removed and set again", cookies("theme=; Max-Age=0", "theme=dark")],
  ["no-cookies", "not_applicable", "no cookie is set", cookies()],
  ["long-lived", "warn", "it is kept for two years", cookies(`theme=dark; Max-Age=${730 * DAY}`)],
  ["long-lived", "warn", "it expires in a far year", cookies("theme=dark; Expires=Fri, 31 Dec 2038 23:59:59 GMT")],
  ["wide-session", "warn", "a session goes to every subdomain", cookies("sid=1; Secure; Domain=example.com")],
  ["duplicate", "warn", "one is set twice", cookies("theme=dark; Path=/", "theme=light; path=/")],
  ["too-large", "fail", "browsers drop it", cookies(`theme=${"x".repeat(4_092)}`)],
  ["foreign-domain", "fail", "it is for another site", cookies("theme=dark; Domain=example.net")],
  ["foreign-domain", "fail", "it is for another host of the site", cookies("theme=dark; Domain=api.example.com")],
  ["public-suffix", "fail", "it is for everybody under a suffix", cookies("theme=dark; Domain=com")],
  ["elsewhere", "not_applicable", "the page is another site's", { page: { response: { url: "https://x.example/" } } }],
]);
