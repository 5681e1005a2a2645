import { dkim } from "./dkim.ts";
import { dmarc } from "./dmarc.ts";
import { dmarcOldReceivers } from "./dmarc-old-receivers.ts";
import { dmarcReports } from "./dmarc-reports.ts";
import { mtaSts } from "./mta-sts.ts";
import { mx } from "./mx.ts";
import { spf } from "./spf.ts";
import { tlsRpt } from "./tls-rpt.ts";

export const MAIL_RULES = [spf, dkim, dmarc, dmarcOldReceivers, dmarcReports, mx, mtaSts, tlsRpt] as const;
