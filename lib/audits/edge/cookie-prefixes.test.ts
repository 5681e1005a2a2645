import { pageWithHeader } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { cookiePrefixes } from "./cookie-prefixes.ts";

const cookies = (...values: string[]) => pageWithHeader("set-cookie", ...values);

testOutcomes(cookiePrefixes, [
  ["ok", "pass", "the session cookie has the prefix", {}],
  ["ok", "pass", "a cookie that is no session needs none", cookies("theme=dark; Secure; Path=/")],
  [
    "ok",
    "pass",
    "a session for subdomains cannot have it",
    cookies("sid=1; Secure; HttpOnly; SameSite=Lax; Path=/; Domain=example.com"),
  ],
  ["ok", "pass", "a session without Secure needs that first", cookies("sid=1; HttpOnly; SameSite=Lax; Path=/")],
  ["no-cookies", "not_applicable", "no cookie is set", cookies()],
  [
    "unprefixed",
    "warn",
    "a sound session cookie could have it",
    cookies("sid=1; Secure; HttpOnly; SameSite=Lax; Path=/"),
  ],
  ["broken-prefix", "fail", "__Host- has a Domain", cookies("__Host-x=1; Secure; Path=/; Domain=example.com")],
  ["broken-prefix", "fail", "__Secure- lacks Secure", cookies("__Secure-x=1")],
  ["broken-prefix", "fail", "__Http- is readable by scripts", cookies("__Http-x=1; Secure")],
  ["broken-prefix", "fail", "__Host-Http- is readable by scripts", cookies("__Host-Http-x=1; Secure; Path=/")],
  ["elsewhere", "not_applicable", "the page is another site's", { page: { response: { url: "https://x.example/" } } }],
]);
