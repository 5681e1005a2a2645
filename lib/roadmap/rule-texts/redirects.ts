import type { REDIRECT_RULES } from "#lib/audits/edge/redirect-rules.ts";
import { asvs, cwe, rfc } from "../references.ts";
import type { TextsOf } from "./text-of.ts";

export const REDIRECT_TEXTS = {
  "edge/https-redirect": {
    title: "Plain HTTP moves to HTTPS at once",
    why: "People type the name without https. If the first answer is not a redirect on the same host, that visit can be read and changed on the way, and HSTS never takes hold.",
    fix: "Answer every plain request with a permanent redirect on the same host. In nginx: `server { listen 80; server_name app.example.com; return 308 https://app.example.com$request_uri; }`.",
    references: [
      rfc(9110, "HTTP Semantics, §15.4"),
      asvs(12),
      cwe(319, "Cleartext Transmission of Sensitive Information"),
    ],
    cwe: "CWE-319",
    asvs: "V12.2.1",
    owasp: "API8:2023",
    outcomes: {
      ok: "{start} moves to HTTPS on the same host for good ({status}).",
      "not-served": "Nothing is served over plain HTTP at {start}.",
      refused: "Plain HTTP is refused with {status} at {start}.",
      temporary: "{start} moves to HTTPS with a temporary redirect ({status}); 301 or 308 is remembered.",
      "other-host": "{start} goes to another host first ({location}), so HSTS never covers this one.",
      "stays-plain": "{start} redirects without leaving plain HTTP ({location}).",
      "serves-plain": "{start} answers over plain HTTP ({status}) and does not redirect to HTTPS.",
      unseen: "What {start} answers over plain HTTP could not be seen.",
    },
  },
  "edge/canonical-origin": {
    title: "All addresses end on one origin",
    why: "When a site answers under several origins, sessions, storage and search results split between them, and each forgotten variant is one more place to secure.",
    fix: "Choose one origin and redirect every variant to it permanently, with path and query kept: `return 308 https://example.com$request_uri;`. Upgrade to https on the same host first, then change the host: two hops at most.",
    references: [rfc(6596, "The Canonical Link Relation"), rfc(9110, "HTTP Semantics, §15.4")],
    outcomes: {
      ok: "Every address ends on {origin}.",
      "too-many-hops": "{start} takes more than {most} redirects to arrive.",
      temporary: "{start} changes its host with a temporary redirect; 301 or 308 is remembered.",
      "path-lost": "{start} loses its path or query on the way, so deep links break.",
      "broken-variant": "{start} cannot be opened: its certificate or TLS does not work.",
      "several-origins": "The site answers under several origins: {origins}.",
      loop: "{start} never arrives: its redirects go round in a circle.",
      unseen: "Not every address could be followed to its end; {start} broke off.",
    },
  },
} as const satisfies TextsOf<typeof REDIRECT_RULES>;
