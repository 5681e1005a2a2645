import { z } from "zod";
import { dnsQuestion, STEPS } from "./common.ts";

const dkimKey = z.object({
  selector: z.string(),
  /** Why it was asked for: the team named it, a service that sends for the domain uses it, or many do. */
  from: z.enum(["given", "provider", "common"]),
  /** The service, where there is one. */
  provider: z.string().nullable(),
  /** TXT at `<selector>._domainkey.<domain>`, aliases followed. */
  key: dnsQuestion,
});

const mailHost = z.object({ host: z.string(), cname: dnsQuestion, a: dnsQuestion, aaaa: dnsQuestion });

/** The policy file as read, or why it could not be. */
const policyFile = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("read"),
    url: z.string(),
    status: z.number(),
    contentType: z.string().nullable(),
    location: z.string().nullable(),
    /** At most 64 KiB. */
    text: z.string(),
    isWhole: z.boolean(),
  }),
  z.object({
    state: z.literal("unreadable"),
    url: z.string(),
    step: z.enum(STEPS),
    code: z.string(),
    reason: z.string(),
  }),
]);

export const mailAuth = z.object({
  domain: z.string(),
  spf: z.object({
    /** Each question that a receiver puts on its way through the domain's record and all that it includes. */
    questions: z.array(dnsQuestion),
    /** False: the tree is deeper or wider than was followed. */
    isWhole: z.boolean(),
  }),
  dkim: z.array(dkimKey),
  /** The hosts of the MX records, at most ten. */
  mx: z.array(mailHost),
  mtaSts: z.object({ record: dnsQuestion, policy: policyFile.nullable() }),
  tlsRpt: dnsQuestion,
  /** Where other domains are named for DMARC reports: whether they agree to get them. */
  reports: z.array(z.object({ address: z.string(), domain: z.string(), consent: dnsQuestion })),
});
