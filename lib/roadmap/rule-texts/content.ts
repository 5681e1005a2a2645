import type { CONTENT_RULES } from "#lib/audits/edge/content-rules.ts";
import { cwe } from "../references.ts";
import { ELSEWHERE } from "./elsewhere.ts";
import type { TextsOf } from "./text-of.ts";

export const CONTENT_TEXTS = {
  "edge/mixed-content": {
    title: "The page loads nothing over plain HTTP",
    why: "Browsers block plain scripts and styles, so the page breaks; a plain form sends what people type in the clear.",
    fix: "Change the addresses to https:// (or to relative ones). As a net below: `Content-Security-Policy: upgrade-insecure-requests`.",
    references: [
      { label: "W3C: Mixed Content", url: "https://www.w3.org/TR/mixed-content/" },
      cwe(319, "Cleartext Transmission of Sensitive Information"),
    ],
    cwe: "CWE-319",
    asvs: "V12.2.1",
    outcomes: {
      ok: "The document refers to nothing over plain HTTP.",
      upgraded: "Plain references are there ({count}), and the policy upgrades them to HTTPS.",
      upgradeable: "Images, media or links over plain HTTP: {count}, the first is {url}.",
      blockable: "Browsers block what the page loads over plain HTTP: {count}, the first is {url}.",
      form: "A form sends its data over plain HTTP to {url}.",
      "over-http": "The page itself is served over plain HTTP ({url}).",
      "no-document": "The answer is not an HTML document.",
      truncated: "Nothing plain was found, but the document was too long to be read to its end.",
      elsewhere: ELSEWHERE,
    },
  },
} as const satisfies TextsOf<typeof CONTENT_RULES>;
