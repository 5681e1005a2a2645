import { asvs, cwe, rfc } from "../references.ts";
import type { Stage } from "../types.ts";

export const handover = {
  id: "handover",
  order: 7,
  title: "Production handover",
  shortTitle: "Handover",
  goal: "Somebody else can run the product next month, from what is written down and without asking you.",
  exit: "Two people can do every critical step, the way back in was tried, and the pack answers where everything is.",
  checks: [
    {
      id: "legacy-redirects",
      title: "Old addresses reach the new ones",
      shortTitle: "Old addresses",
      bar: "Each old address on the list ends at its expected page, with a permanent redirect and few hops.",
      why: "Bookmarks, search results and printed links outlive every relaunch. A dead link is a lost customer who thinks that you closed.",
      fix: "Collect old addresses from analytics, search console and mails into a list of old and expected. Redirect each with 301 or 308 to its own successor, not all to the home page. Repeat the test every week.",
      references: [rfc(9110, "HTTP Semantics"), cwe(601, "URL Redirection to Untrusted Site")],
      weight: 2,
      freshDays: 30,
    },
    {
      id: "certificate-renewal",
      title: "Certificates renew by themselves",
      shortTitle: "Renewal",
      bar: "A renewal was observed or its automation proven, CAA allows the issuer, and an alert comes well before the end.",
      why: "An expired certificate takes the whole product down in one second, usually on a weekend. Lifetimes are getting shorter, so renewal by hand will fail.",
      fix: "Use ACME or your host's managed certificates. Check that CAA allows the issuer and that the challenge path is reachable. Alert when less than a third of the lifetime remains. Note when it last renewed.",
      references: [
        rfc(8555, "Automatic Certificate Management Environment (ACME)"),
        rfc(9773, "ACME Renewal Information"),
        rfc(8659, "DNS Certification Authority Authorization (CAA)"),
        asvs(12),
      ],
      weight: 3,
      freshDays: 30,
    },
    {
      id: "environment-runbook",
      title: "Changing a variable safely is written down",
      shortTitle: "Variable runbook",
      bar: "There is a runbook for each platform, with the date of its last dry run and two people who can follow it.",
      why: "Most late-night outages after a handover are a variable changed in the wrong place, without a restart or a way back.",
      fix: "Write down for each platform where to change a variable, who may, how to restart, how to check and how to go back. Let a second person follow it on staging. Note the date.",
      references: [asvs(13), cwe(1059, "Insufficient Technical Documentation")],
      weight: 3,
      freshDays: 90,
    },
    {
      id: "backup-access",
      title: "There is another way in when a provider is down",
      shortTitle: "Another way in",
      bar: "Registrar, DNS, hosting, mail and repository each have a second way in that was tried in the last 90 days.",
      why: "When the one account with the one phone is lost, so is the domain. You only find out whether the spare key fits on the day that you need it.",
      fix: "Add a second owner at each provider. Keep recovery codes in a shared safe, not on the phone that they replace. Make sure that the recovery mail is not on the domain it should rescue. Try each way and note the date.",
      references: [asvs(6), cwe(640, "Weak Password Recovery Mechanism for Forgotten Password")],
      weight: 3,
      freshDays: 90,
    },
    {
      id: "handover-review",
      title: "Links, owners and deploy steps are complete",
      shortTitle: "Handover review",
      bar: "Every link in the pack works, and each critical row has two named owners.",
      why: "A handover with dead links and “ask the developer” in it is not one. The gaps show up in the first incident.",
      fix: "Go through domains, dashboards, logs, secret owners and deploy steps with the person who takes over. Name two people for each critical row. Fix dead links, then have them deploy once while you only watch.",
      references: [asvs(15), cwe(1059, "Insufficient Technical Documentation")],
      weight: 3,
      freshDays: 30,
    },
  ],
  deliverables: [
    {
      id: "handover-pack",
      title: "Handover pack",
      summary:
        "One document as PDF, HTML and JSON in which each claim names its run and date, with recovery steps and no secrets.",
    },
  ],
  signals: [
    {
      id: "bus-factor-one",
      title: "Everything hangs on one person",
      meaning: "Fewer than two people can deploy, change settings or get back in.",
    },
    {
      id: "ownership-unclear",
      title: "It is unclear who owns what",
      meaning: "A row has no owner, or a provider seen from outside differs from the one written down.",
    },
  ],
} as const satisfies Stage;
