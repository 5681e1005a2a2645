import { dmarc } from "./dmarc.ts";
import { spf } from "./spf.ts";

export const MAIL_RULES = [spf, dmarc] as const;
