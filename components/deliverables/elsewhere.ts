import { paths } from "#components/paths.ts";
import type { DeliverableId } from "#lib/roadmap/ids.ts";

type Elsewhere = {
  title: string;
  href: (slug: string) => string;
  /** To be saved, not opened. */
  isFile?: boolean;
};

const REGISTER: Elsewhere = { title: "The whole register", href: (slug) => paths.risks(slug) };
const HOSTS: Elsewhere = { title: "Every host in detail", href: paths.domains };

/** Where the same is worked on, or can be had as a file. */
export const ELSEWHERE: Readonly<Partial<Record<DeliverableId, readonly Elsewhere[]>>> = {
  "risk-register": [
    REGISTER,
    { title: "Register as CSV", href: (slug) => paths.risksExport(slug, "csv"), isFile: true },
    { title: "Register as SARIF", href: (slug) => paths.risksExport(slug, "sarif"), isFile: true },
  ],
  "decision-list": [REGISTER],
  "authorization-fixed": [REGISTER],
  "domain-setup": [HOSTS, { title: "The certificates side by side", href: paths.hostsTls }],
  "email-setup": [HOSTS],
  "rotation-checklist": [{ title: "The runbooks", href: paths.runbooks }],
  "monitoring-dashboard": [{ title: "Owners", href: (slug) => paths.owners(slug) }],
  "incident-template": [{ title: "Owners", href: (slug) => paths.owners(slug) }],
  "handover-pack": [{ title: "Make and share versions", href: paths.handover }],
};
