import { z } from "zod";

/** How a host is judged: as pages for people, as an API for programs, or as another name that only leads on. */
export const PROFILES = ["page", "api", "alias"] as const;
export type Profile = (typeof PROFILES)[number];

/** How many of a project's old addresses one run looks at. */
export const OLD_URLS_PER_RUN = 200;

/** What the team says of a host: rules compare what is seen with it. All of it may be left out. */
export const targetNotes = z.object({
  profile: z.enum(PROFILES),
  /** Other hosts that must lead to this one. */
  aliases: z.array(z.string()),
  /** Where its name must lead: addresses, or the name of a CNAME. Empty: nobody said. */
  expects: z.array(z.string()),
  /** Addresses or names of the origin behind the edge, which must not answer for it directly. */
  origins: z.array(z.string()),
  /** DKIM selectors of the services that send its mail. */
  selectors: z.array(z.string()),
  /** Old addresses, and where each must lead now. */
  oldUrls: z.array(z.object({ from: z.string(), to: z.string() })),
  /** The certificate that the run before this one saw. */
  lastCertificate: z
    .object({ fingerprint256: z.string(), validTo: z.iso.datetime(), seenAt: z.iso.datetime() })
    .nullable(),
});
export type TargetNotes = z.infer<typeof targetNotes>;

export const NO_NOTES: TargetNotes = {
  profile: "page",
  aliases: [],
  expects: [],
  origins: [],
  selectors: [],
  oldUrls: [],
  lastCertificate: null,
};

export const targetFacts = z.object({
  /** Normalised: scheme, host, port, path. */
  url: z.url(),
  /** Host name or literal address, lower case, no brackets. */
  host: z.string(),
  port: z.number().int(),
  /** eTLD+1 by the Public Suffix List; the host itself where there is none. */
  domain: z.string(),
  notes: targetNotes,
});
export type TargetFacts = z.infer<typeof targetFacts>;
