import { z } from "zod";
import { dnsQuestion } from "./common.ts";

export const mail = z.object({
  domain: z.string(),
  mx: dnsQuestion,
  /** TXT records at the domain, each joined from its strings without a separator. */
  txt: dnsQuestion,
  /** `_dmarc` TXT of the domain and of each name of RFC 9989's tree walk, nearest first. */
  dmarc: z.array(dnsQuestion),
});
