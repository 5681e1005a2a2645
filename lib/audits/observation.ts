import { z } from "zod";
import { assets } from "./observation/assets.ts";
import { browser } from "./observation/browser.ts";
import { observed } from "./observation/common.ts";
import { cors } from "./observation/cors.ts";
import { dns } from "./observation/dns.ts";
import { edge } from "./observation/edge.ts";
import { mail } from "./observation/mail.ts";
import { mailAuth } from "./observation/mail-auth.ts";
import { oldUrls } from "./observation/old-urls.ts";
import { page } from "./observation/page.ts";
import { redirects } from "./observation/redirects.ts";
import { textFile } from "./observation/security-txt.ts";
import { targetFacts } from "./observation/target.ts";
import { tls } from "./observation/tls.ts";
import { zone } from "./observation/zone.ts";

export { type DnsQuestion, type RedirectChain, STEPS, type Unreachable } from "./observation/common.ts";
export { NO_NOTES, PROFILES, type Profile, type TargetFacts, type TargetNotes } from "./observation/target.ts";

const PARTS = {
  dns: observed(dns),
  zone: observed(zone),
  tls: observed(tls),
  page: observed(page),
  assets: observed(assets),
  browser: observed(browser),
  edge: observed(edge),
  redirects: observed(redirects),
  oldUrls: observed(oldUrls),
  cors: observed(cors),
  securityTxt: observed(textFile),
  mail: observed(mail),
  mailAuth: observed(mailAuth),
} as const;
export type PartName = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as PartName[];

/** Everything one run saw of one target: plain JSON, stored, enough to judge again without traffic. */
export const observationSchema = z.object({
  version: z.literal(2),
  target: targetFacts,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  parts: z.object(PARTS),
});
export type Observation = z.infer<typeof observationSchema>;
export type Part<P extends PartName> = Observation["parts"][P];
export type PartValue<P extends PartName> = Extract<Part<P>, { state: "observed" }>["value"];
