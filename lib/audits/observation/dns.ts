import { z } from "zod";
import { dnsQuestion } from "./common.ts";

export const dns = z.object({
  a: dnsQuestion,
  aaaa: dnsQuestion,
  cname: dnsQuestion,
  /** At the registrable domain. */
  ns: dnsQuestion,
  /** Climbed from the host towards the root until a record is found (RFC 8659 §3). */
  caa: z.array(dnsQuestion),
  /** Addresses of the CNAME's target, when there is one. */
  cnameTarget: dnsQuestion.nullable(),
});
