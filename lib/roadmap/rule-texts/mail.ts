import type { MAIL_RULES } from "#lib/audits/mail/rules.ts";
import { cwe, rfc } from "../references.ts";
import type { TextsOf } from "./text-of.ts";

export const MAIL_TEXTS = {
  "mail/spf": {
    title: "SPF says who may send mail",
    why: "Without SPF anyone can send in your name, and your own mail is more likely to be thrown away as spam.",
    fix: 'Publish exactly one TXT record at the domain, with each service that sends for you and a closed ending: `example.com.  TXT  "v=spf1 include:_spf.provider.example -all"`. A domain that sends no mail gets `"v=spf1 -all"`.',
    references: [rfc(7208, "Sender Policy Framework"), cwe(290, "Authentication Bypass by Spoofing")],
    cwe: "CWE-290",
    outcomes: {
      ok: "One valid SPF record, ending in {ending}, with {lookups} look-ups of its own.",
      ptr: "The SPF record of {domain} uses ptr, which is slow and not to be used.",
      neutral: "The SPF record of {domain} ends in ?all: it says nothing about strangers.",
      "no-all": "The SPF record of {domain} has no ending: strangers get a neutral answer.",
      missing: "{domain} has no SPF record.",
      several: "{domain} has {count} SPF records; receivers then use none of them.",
      malformed: "The SPF record of {domain} is not valid at {term}: {why}.",
      "too-many-lookups": "The SPF record of {domain} needs {lookups} look-ups; receivers stop at 10 and use nothing.",
      "pass-all": "The SPF record of {domain} lets the whole internet send in its name ({term}).",
      "no-domain": "{domain} does not exist in DNS (NXDOMAIN), so there was nothing to look at.",
      unanswered: "No resolver gave an answer about the TXT records of {domain}.",
    },
  },
  "mail/dmarc": {
    title: "DMARC tells receivers to refuse forgeries",
    why: "SPF and DKIM only mark mail. It is DMARC that tells receivers to refuse what fails, and that sends you reports about who uses your name.",
    fix: 'Publish one TXT record: `_dmarc.example.com.  TXT  "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"`. Read the reports until all of your own mail passes, then raise it to `p=reject`.',
    references: [
      rfc(9989, "Domain-based Message Authentication, Reporting, and Conformance"),
      cwe(290, "Authentication Bypass by Spoofing"),
    ],
    cwe: "CWE-290",
    outcomes: {
      ok: "DMARC tells receivers to {policy} forgeries (record at {at}).",
      "removed-tags": "DMARC is in force, but the record uses tags that the standard no longer has ({removed}).",
      malformed: "DMARC is in force, but receivers ignore a part of the record: {why}.",
      testing: "DMARC is in test mode (t=y), so receivers apply less than p={policy}.",
      "subdomains-open": "DMARC protects {domain} but not the names below it (sp=none).",
      "policy-none": "DMARC only watches (policy none, record at {at}): forged mail is delivered.",
      "no-policy": "The DMARC record counts as p=none ({why}): forged mail is delivered.",
      invalid: "Receivers ignore the DMARC record: {why}.",
      several: "{domain} has {count} DMARC records; receivers then use none of them.",
      missing: "{domain} has no DMARC record.",
      "no-domain": "{domain} does not exist in DNS (NXDOMAIN), so there was nothing to look at.",
      unanswered: "No resolver gave an answer about {name}.",
    },
  },
} as const satisfies TextsOf<typeof MAIL_RULES>;
