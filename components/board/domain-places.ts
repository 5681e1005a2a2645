import type { CheckId } from "#lib/roadmap/ids.ts";
import { paths } from "../paths.ts";

type Place = { title: string; href: (slug: string) => string };

const HOSTS: Place = { title: "Host by host, before and after", href: paths.domains };
const TLS: Place = { title: "The certificates side by side", href: paths.hostsTls };
const OWNERS: Place = { title: "Owners and other ways in", href: (slug) => paths.owners(slug) };
const RUNBOOKS: Place = { title: "The runbooks", href: paths.runbooks };
const OLD: Place = { title: "The old addresses", href: (slug) => paths.oldUrls(slug) };

/** The page that shows what a check rests on, where there is one. */
export const CHECK_PLACES: Readonly<Partial<Record<CheckId, Place>>> = {
  "dns-status": HOSTS,
  "dns-target": HOSTS,
  "canonical-redirects": HOSTS,
  "https-everywhere": HOSTS,
  "edge-caching": HOSTS,
  "ddos-bot-protection": HOSTS,
  "email-authentication": HOSTS,
  "legacy-redirects": OLD,
  "certificate-renewal": TLS,
  "environment-runbook": RUNBOOKS,
  "backup-access": OWNERS,
  "handover-review": OWNERS,
};
