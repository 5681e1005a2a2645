import { DKIM_RECORD, DKIM_RECORD_512, DKIM_RECORD_1024 } from "../mail-keys.ts";
import { HOST, MAIL_PROVIDER } from "../names.ts";
import { mtaStsPolicy, type Settings } from "../settings.ts";
import { a, cname, mx, txt, without } from "../zone.ts";
import type { Fault } from "./fault.ts";

const DMARC = `_dmarc.${HOST}`;
const DKIM_KEY = `s1.dkim.${MAIL_PROVIDER}`;
const PROVIDER_SPF = `_spf.${MAIL_PROVIDER}`;
const MX_HOST = `mx1.${MAIL_PROVIDER}`;

function publish(settings: Settings, name: string, ...texts: string[]): void {
  settings.zone = [...without(settings.zone, name, "TXT"), ...texts.map((text) => txt(name, text))];
}

/** SPF records that include one another in a row, each with a look-up of its own. */
function publishChain(settings: Settings, length: number): void {
  const name = (link: number) => `hop${link}.${MAIL_PROVIDER}`;
  publish(settings, HOST, `v=spf1 include:${name(1)} -all`);
  for (let link = 1; link <= length; link += 1) {
    const onward = link < length ? `include:${name(link + 1)}` : "ip4:192.0.2.0/24";
    publish(settings, name(link), `v=spf1 ${onward} -all`);
  }
}

export const MAIL_FAULTS = [
  {
    name: "spf-missing",
    title: "No SPF record",
    how: "The domain publishes no v=spf1 record.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, HOST),
  },
  {
    name: "spf-two-records",
    title: "Two SPF records",
    how: "Two v=spf1 records stand side by side, which receivers treat as a permanent error.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, HOST, `v=spf1 include:_spf.${MAIL_PROVIDER} -all`, "v=spf1 mx -all"),
  },
  {
    name: "spf-plus-all",
    title: "SPF lets everyone send",
    how: "The SPF record ends in +all.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, HOST, `v=spf1 include:_spf.${MAIL_PROVIDER} +all`),
  },
  {
    name: "spf-neutral-all",
    title: "SPF says nothing about other senders",
    how: "The SPF record ends in ?all, so forged mail is judged as neutral.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, HOST, `v=spf1 include:_spf.${MAIL_PROVIDER} ?all`),
  },
  {
    name: "spf-too-many-lookups",
    title: "SPF needs too many look-ups",
    how: "The SPF record has eleven includes; receivers stop after ten look-ups with a permanent error.",
    rules: ["mail/spf"],
    apply(settings) {
      const includes = Array.from({ length: 11 }, (_, index) => `spf${index}.${MAIL_PROVIDER}`);
      publish(settings, HOST, `v=spf1 ${includes.map((name) => `include:${name}`).join(" ")} -all`);
      settings.zone = [...settings.zone, ...includes.map((name) => txt(name, "v=spf1 ip4:192.0.2.1 -all"))];
    },
  },
  {
    name: "spf-long-chain",
    title: "SPF includes go too deep",
    how: "The SPF record has a single include, but behind it stand eleven more, one inside the other.",
    rules: ["mail/spf"],
    apply: (settings) => publishChain(settings, 12),
  },
  {
    name: "spf-void-lookups",
    title: "SPF names hosts that are gone",
    how: "Three hosts of the SPF record no longer exist; receivers stop after two empty look-ups.",
    rules: ["mail/spf"],
    apply: (settings) =>
      publish(settings, HOST, `v=spf1 a:a.${HOST} a:b.${HOST} mx:c.${HOST} include:${PROVIDER_SPF} -all`),
  },
  {
    name: "spf-hosts-without-ipv6",
    title: "SPF names hosts without IPv6",
    how: "Three hosts of the SPF record have no IPv6 address, so mail over IPv6 spends the look-ups that may be empty.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, HOST, `v=spf1 a a:ns1.${HOST} a:ns2.${HOST} include:${PROVIDER_SPF} -all`),
  },
  {
    name: "spf-include-missing",
    title: "SPF includes a name without a record",
    how: "The provider's SPF record is gone, so the include leads to nothing and receivers use none of it.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, PROVIDER_SPF),
  },
  {
    name: "spf-loop",
    title: "SPF includes itself",
    how: "The provider's SPF record includes the domain's own.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, PROVIDER_SPF, `v=spf1 include:${HOST} -all`),
  },
  {
    name: "spf-include-passes-all",
    title: "An included record lets everyone send",
    how: "The domain's own record is closed, but the provider's ends in +all.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, PROVIDER_SPF, "v=spf1 ip4:192.0.2.0/24 +all"),
  },
  {
    name: "spf-half-the-internet",
    title: "SPF lets in half the internet",
    how: "Two networks of the provider's SPF record hold every IPv4 address.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, PROVIDER_SPF, "v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1 -all"),
  },
  {
    name: "spf-ptr",
    title: "SPF uses ptr",
    how: "The SPF record lets in every host whose name ends in the domain's.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, HOST, `v=spf1 ptr include:${PROVIDER_SPF} -all`),
  },
  {
    name: "spf-syntax",
    title: "SPF record with a mistake",
    how: "The SPF record names an address that is none and a mechanism that does not exist.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, HOST, "v=spf1 ip4:192.0.2.300 includes:example.test -all"),
  },
  {
    name: "dmarc-missing",
    title: "No DMARC record",
    how: "The domain publishes no DMARC policy.",
    rules: ["mail/dmarc"],
    apply: (settings) => publish(settings, DMARC),
  },
  {
    name: "dmarc-none",
    title: "DMARC only watches",
    how: "The DMARC policy is p=none, so forged mail is delivered.",
    rules: ["mail/dmarc"],
    apply: (settings) => publish(settings, DMARC, `v=DMARC1; p=none; rua=mailto:dmarc@${HOST}`),
  },
  {
    name: "dmarc-two-records",
    title: "Two DMARC records",
    how: "Two DMARC records stand side by side, so receivers ignore both.",
    rules: ["mail/dmarc"],
    apply: (settings) => publish(settings, DMARC, "v=DMARC1; p=reject", "v=DMARC1; p=quarantine"),
  },
  {
    name: "dmarc-bad-syntax",
    title: "DMARC record with a mistake",
    how: "The DMARC record's policy is a word that does not exist.",
    rules: ["mail/dmarc"],
    apply: (settings) => publish(settings, DMARC, "v=DMARC1; p=refuse"),
  },
  {
    name: "dmarc-pct",
    title: "DMARC for a part of the mail",
    how: "pct=20 makes older receivers let four of five forgeries through; newer ones no longer know it.",
    rules: ["mail/dmarc", "mail/dmarc-old-receivers"],
    apply: (settings) => publish(settings, DMARC, `v=DMARC1; p=reject; pct=20; rua=mailto:dmarc@${HOST}`),
  },
  {
    name: "dmarc-testing",
    title: "DMARC in test mode",
    how: "t=y makes newer receivers apply less than the policy; older ones do not know it.",
    rules: ["mail/dmarc", "mail/dmarc-old-receivers"],
    apply: (settings) => publish(settings, DMARC, `v=DMARC1; p=reject; t=y; rua=mailto:dmarc@${HOST}`),
  },
  {
    name: "dmarc-subdomains-open",
    title: "DMARC leaves subdomains open",
    how: "sp=none exempts every name below the domain.",
    rules: ["mail/dmarc"],
    apply: (settings) => publish(settings, DMARC, `v=DMARC1; p=reject; sp=none; rua=mailto:dmarc@${HOST}`),
  },
  {
    name: "dmarc-invented-open",
    title: "DMARC leaves invented subdomains open",
    how: "np=none exempts names below the domain that do not exist.",
    rules: ["mail/dmarc"],
    apply: (settings) => publish(settings, DMARC, `v=DMARC1; p=reject; sp=reject; np=none; rua=mailto:dmarc@${HOST}`),
  },
  {
    name: "dmarc-no-reports",
    title: "DMARC without reports",
    how: "The DMARC record names no address for reports.",
    rules: ["mail/dmarc-reports"],
    apply: (settings) => publish(settings, DMARC, "v=DMARC1; p=reject; sp=reject"),
  },
  {
    name: "dmarc-reports-unauthorised",
    title: "DMARC reports go nowhere",
    how: "Reports are to go to another domain, which does not say that it takes them.",
    rules: ["mail/dmarc-reports"],
    apply: (settings) => publish(settings, DMARC, `v=DMARC1; p=reject; sp=reject; rua=mailto:d@${MAIL_PROVIDER}`),
  },
  {
    name: "dkim-revoked",
    title: "DKIM key revoked",
    how: "The provider's key record is empty (p=), so signatures no longer verify.",
    rules: ["mail/dkim"],
    apply: (settings) => publish(settings, DKIM_KEY, "v=DKIM1; k=rsa; p="),
  },
  {
    name: "dkim-512-bits",
    title: "DKIM key of 512 bits",
    how: "The DKIM key can be broken in hours, and receivers refuse it.",
    rules: ["mail/dkim"],
    apply: (settings) => publish(settings, DKIM_KEY, DKIM_RECORD_512),
  },
  {
    name: "dkim-1024-bits",
    title: "DKIM key of 1024 bits",
    how: "The DKIM key is the shortest that receivers still take.",
    rules: ["mail/dkim"],
    apply: (settings) => publish(settings, DKIM_KEY, DKIM_RECORD_1024),
  },
  {
    name: "dkim-broken",
    title: "DKIM key cut off",
    how: "The key was cut off at 200 characters when it was pasted.",
    rules: ["mail/dkim"],
    apply: (settings) => publish(settings, DKIM_KEY, DKIM_RECORD.slice(0, 200)),
  },
  {
    name: "dkim-testing",
    title: "DKIM flagged as a test",
    how: "t=y lets receivers treat signed mail as unsigned.",
    rules: ["mail/dkim"],
    apply: (settings) => publish(settings, DKIM_KEY, DKIM_RECORD.replace("k=rsa;", "k=rsa; t=y;")),
  },
  {
    name: "dkim-two-keys",
    title: "Two DKIM keys at one selector",
    how: "An old key stands beside the new one; which of them a receiver takes is left to chance.",
    rules: ["mail/dkim"],
    apply: (settings) => publish(settings, DKIM_KEY, DKIM_RECORD, DKIM_RECORD_1024),
  },
  {
    name: "dkim-given-missing",
    title: "A known DKIM selector without a key",
    how: "The team says that its mail is signed with the selector news2026, at which there is no key.",
    rules: ["mail/dkim"],
    apply(settings) {
      settings.notes.selectors = ["news2026"];
    },
  },
  {
    name: "mx-alias",
    title: "MX host is an alias",
    how: "The MX host is a CNAME of another name, which some senders refuse.",
    rules: ["mail/mx"],
    apply(settings) {
      const zone = without(settings.zone, MX_HOST);
      settings.zone = [...zone, cname(MX_HOST, `in.${MAIL_PROVIDER}`), a(`in.${MAIL_PROVIDER}`, "127.0.0.1")];
    },
  },
  {
    name: "mx-dead",
    title: "MX host without an address",
    how: "The MX host no longer exists, so mail to the domain cannot be delivered.",
    rules: ["mail/mx"],
    apply(settings) {
      settings.zone = without(settings.zone, MX_HOST);
    },
  },
  {
    name: "mx-missing",
    title: "No MX record",
    how: "The domain has neither an MX record nor a null MX, so senders try the web server.",
    rules: ["mail/mx"],
    apply(settings) {
      settings.zone = without(settings.zone, HOST, "MX");
    },
  },
  {
    name: "mx-null-mixed",
    title: "Null MX beside another",
    how: "The null MX says that the domain takes no mail, the MX beside it says where to.",
    rules: ["mail/mx"],
    apply(settings) {
      settings.zone = [...settings.zone, mx(HOST, ".")];
    },
  },
  {
    name: "mta-sts-absent",
    title: "No MTA-STS",
    how: "Nothing tells senders to insist on TLS.",
    rules: ["mail/mta-sts"],
    apply: (settings) => publish(settings, `_mta-sts.${HOST}`),
  },
  {
    name: "mta-sts-testing",
    title: "MTA-STS in test mode",
    how: "The policy's mode is testing, so mail still falls back to plain text.",
    rules: ["mail/mta-sts"],
    apply(settings) {
      settings.mtaSts.text = mtaStsPolicy("testing");
    },
  },
  {
    name: "mta-sts-mx-mismatch",
    title: "MTA-STS shuts out the MX host",
    how: "The policy lists another MX host than the DNS, so senders that honour it deliver nothing.",
    rules: ["mail/mta-sts"],
    apply(settings) {
      settings.mtaSts.text = mtaStsPolicy("enforce", `*.mx.${MAIL_PROVIDER}`);
    },
  },
  {
    name: "mta-sts-bad-id",
    title: "MTA-STS record with a mistake",
    how: "The id holds hyphens, so senders ignore the record.",
    rules: ["mail/mta-sts"],
    apply: (settings) => publish(settings, `_mta-sts.${HOST}`, "v=STSv1; id=2026-06-01"),
  },
  {
    name: "mta-sts-policy-gone",
    title: "MTA-STS without its policy",
    how: "The record stands, but the policy file is not found.",
    rules: ["mail/mta-sts"],
    apply(settings) {
      settings.mtaSts = { status: 404, contentType: "text/html", text: "Not found." };
    },
  },
  {
    name: "mta-sts-as-html",
    title: "MTA-STS policy as a web page",
    how: "The policy is sent as text/html.",
    rules: ["mail/mta-sts"],
    apply(settings) {
      settings.mtaSts.contentType = "text/html; charset=utf-8";
    },
  },
  {
    name: "tls-rpt-missing",
    title: "No TLS reports",
    how: "Nobody hears of it when MTA-STS stops mail.",
    rules: ["mail/tls-rpt"],
    apply: (settings) => publish(settings, `_smtp._tls.${HOST}`),
  },
  {
    name: "tls-rpt-malformed",
    title: "TLS-RPT record with a mistake",
    how: "The report address lacks its mailto:.",
    rules: ["mail/tls-rpt"],
    apply: (settings) => publish(settings, `_smtp._tls.${HOST}`, `v=TLSRPTv1; rua=tls-reports@${HOST}`),
  },
] as const satisfies readonly Fault[];
