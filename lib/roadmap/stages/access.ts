import { asvs, cwe, owaspApi, rfc } from "../references.ts";
import type { Stage } from "../types.ts";

export const access = {
  id: "access",
  order: 2,
  title: "Access control and identity",
  shortTitle: "Access control",
  goal: "Only the right people get in, they can do only what their role allows, and they are out again when they leave.",
  exit: "Every role was tried against every endpoint, no forged or expired credential opens anything, and every host decides the same.",
  checks: [
    {
      id: "login-flow",
      title: "Login works on desktop and phone",
      shortTitle: "Login flow",
      bar: "A real browser signs in at two screen sizes, gets a session cookie with the right flags and sees a protected page.",
      why: "Login is the first thing that each user meets. If it breaks on a phone, or sets its cookie carelessly, you lose either the users or their sessions.",
      fix: "Try the whole way in a real browser, once at desktop and once at phone width. Set the session cookie with Secure, HttpOnly and SameSite, and with a __Host- name where you can. Test password managers and the error messages too.",
      references: [
        rfc(6265, "HTTP State Management Mechanism"),
        asvs(6),
        cwe(614, "Sensitive Cookie in HTTPS Session Without 'Secure' Attribute"),
      ],
      weight: 3,
      freshDays: 30,
    },
    {
      id: "session-lifecycle",
      title: "Sessions end when they should",
      shortTitle: "Session end",
      bar: "A cookie or token is refused after logout and after its declared lifetime, and its id changes at login.",
      why: "Logout that only clears the browser leaves the session open to whoever kept a copy. A shared laptop or a stolen token then works for as long as nobody notices.",
      fix: "End sessions on the server at logout and on role or password changes. Issue a new session id at each login. Declare an idle and an absolute lifetime and enforce both on the server. Replay an old cookie to prove it.",
      references: [asvs(7), cwe(613, "Insufficient Session Expiration"), cwe(384, "Session Fixation")],
      weight: 4,
      freshDays: 30,
    },
    {
      id: "role-boundaries",
      title: "Staff, admin and viewer stay inside their roles",
      shortTitle: "Role boundaries",
      bar: "Every endpoint was tried with every role and answered as declared, and one account cannot open another's records.",
      why: "Hiding a button is not protection: anyone can send the request behind it. Calls across roles and across accounts are the most common serious fault in APIs.",
      fix: "Check the role on the server, in the handler or the query that loads the record, not in the menu. Filter each query by the caller's account. Fill in the matrix of endpoints and roles, and test with the weakest role first. Make refusals carry no data.",
      references: [
        owaspApi(1),
        owaspApi(5),
        asvs(8),
        cwe(862, "Missing Authorization"),
        cwe(639, "Authorization Bypass Through User-Controlled Key"),
      ],
      weight: 5,
      freshDays: 7,
    },
    {
      id: "token-rejection",
      title: "Missing and forged tokens are refused",
      shortTitle: "Forged tokens",
      bar: "No credential that is absent, malformed, forged, expired, or meant for someone else opens a protected endpoint.",
      why: "A server that reads a token without verifying it lets anybody write their own. Libraries get this right by default and wrong after one careless option.",
      fix: "Verify every token with a maintained library and a fixed list of algorithms. Never accept “none”, nor a key that the token itself brings along. Check issuer, audience, not-before and expiry. Use random signing keys of at least 256 bits.",
      references: [
        owaspApi(2),
        rfc(8725, "JSON Web Token Best Current Practices"),
        asvs(9),
        cwe(347, "Improper Verification of Cryptographic Signature"),
      ],
      weight: 5,
      freshDays: 7,
    },
    {
      id: "subdomain-auth",
      title: "No host or path trick gets around the sign-in",
      shortTitle: "Other doors",
      bar: "All known hosts, odd spellings of a path and the bare origin give the same decision as the front door.",
      why: "A gate on one host means little when admin, staging or the server's own address serve the same pages without it.",
      fix: "Decide access in the application, behind every host and proxy, not only at the edge. Normalise paths once before the check. Ignore override headers from outside. Let the origin accept only traffic from your edge, and take old hosts down.",
      references: [
        owaspApi(8),
        asvs(8),
        cwe(288, "Authentication Bypass Using an Alternate Path or Channel"),
        cwe(647, "Use of Non-Canonical URL Paths for Authorization Decisions"),
      ],
      weight: 4,
      freshDays: 7,
    },
  ],
  deliverables: [
    {
      id: "auth-flow-map",
      title: "Map of sign-in and permissions",
      summary:
        "A diagram of the way in, and a dated table of what each role may do, with what was tested and what was not.",
    },
    {
      id: "authorization-fixed",
      title: "Proof that access faults are fixed",
      summary: "Each access fault that was found, linked to the later run which shows that it is gone.",
    },
  ],
  signals: [
    {
      id: "admin-by-url",
      title: "An admin function opens by its address",
      meaning: "Someone who is not an admin got an admin page or call by typing its URL.",
    },
    {
      id: "token-overreach",
      title: "A token can do more than its owner",
      meaning: "A credential opened something outside its role, its tenant or its lifetime.",
    },
    {
      id: "login-only-looks-right",
      title: "The login only looks right",
      meaning: "The sign-in page works, but what lies behind it also answers without a valid session.",
    },
  ],
} as const satisfies Stage;
