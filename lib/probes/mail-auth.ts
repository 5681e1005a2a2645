import { COMMON_SELECTORS, providersOf } from "#lib/audits/mail/providers.ts";
import type { DnsQuestion, PartValue } from "#lib/audits/observation.ts";
import { externalReportDomains } from "#lib/audits/parse/dmarc-reports.ts";
import { settle } from "#lib/audits/parse/dns-answers.ts";
import { isMtaStsRecord } from "#lib/audits/parse/mta-sts.ts";
import { readMx } from "#lib/audits/parse/mx.ts";
import type { RecordType } from "./egress/dns-records.ts";
import { keepMailRecords } from "./mail-records.ts";
import { walkSpf } from "./mail-spf.ts";
import { readMtaStsPolicy } from "./mail-sts-policy.ts";
import type { Probe } from "./probe.ts";

type Key = PartValue<"mailAuth">["dkim"][number];
type Ask = (name: string, type: RecordType) => Promise<DnsQuestion>;

const HOSTS_MAX = 10;
const SELECTORS_MAX = 24;
const REPORTS_MAX = 5;

export const probeMailAuth: Probe<"mailAuth"> = async (context) => {
  const { target, egress } = context;
  const { domain, notes } = target;
  const ask: Ask = async (name, type) => keepMailRecords(await egress.resolver.ask(name, type, egress.signal), context);
  const walking = walkSpf(domain, ask);
  const mxHosts = ask(domain, "MX").then((mx) => readMx(mx).flatMap(({ host }) => (host === "" ? [] : [host])));
  const [spf, mx, dkim, mtaSts, tlsRpt, reports] = await Promise.all([
    walking,
    mxHosts.then((hosts) => Promise.all([...new Set(hosts)].slice(0, HOSTS_MAX).map((host) => askHost(host, ask)))),
    Promise.all([walking, mxHosts]).then(([{ questions }, hosts]) =>
      askKeys(domain, notes.selectors, hosts, questions, ask),
    ),
    ask(`_mta-sts.${domain}`, "TXT").then(async (record) => ({
      record,
      policy: hasPolicy(record) ? await readMtaStsPolicy(context) : null,
    })),
    ask(`_smtp._tls.${domain}`, "TXT"),
    ask(`_dmarc.${domain}`, "TXT").then((record) => askConsents(domain, record, ask)),
  ]);
  return { domain, spf, dkim, mx, mtaSts, tlsRpt, reports };
};

async function askHost(host: string, ask: Ask): Promise<PartValue<"mailAuth">["mx"][number]> {
  const [cname, a, aaaa] = await Promise.all([ask(host, "CNAME"), ask(host, "A"), ask(host, "AAAA")]);
  return { host, cname, a, aaaa };
}

/** The given selectors, then those of the services found in MX and SPF, then common ones; each once. */
async function askKeys(
  domain: string,
  given: readonly string[],
  mxHosts: readonly string[],
  spf: readonly DnsQuestion[],
  ask: Ask,
): Promise<Key[]> {
  const included = spf.filter(({ type }) => type === "TXT").map(({ name }) => name);
  const wanted: Omit<Key, "key">[] = [
    ...given.map((selector) => ({ selector, from: "given" as const, provider: null })),
    ...providersOf(mxHosts, included).flatMap(({ name, selectors }) =>
      selectors.map((selector) => ({ selector, from: "provider" as const, provider: name })),
    ),
    ...COMMON_SELECTORS.map((selector) => ({ selector, from: "common" as const, provider: null })),
  ];
  const once = wanted.filter(
    ({ selector }, index) => wanted.findIndex((other) => other.selector === selector) === index,
  );
  return Promise.all(
    once.slice(0, SELECTORS_MAX).map(async (row) => ({
      ...row,
      key: await ask(`${row.selector}._domainkey.${domain}`, "TXT"),
    })),
  );
}

function hasPolicy(record: DnsQuestion): boolean {
  const settled = settle(record);
  return settled.state === "found" && settled.records.some(isMtaStsRecord);
}

/** RFC 9990 §4: another domain has to say that it takes this one's reports. */
async function askConsents(domain: string, record: DnsQuestion, ask: Ask): Promise<PartValue<"mailAuth">["reports"]> {
  return Promise.all(
    externalReportDomains(domain, record)
      .slice(0, REPORTS_MAX)
      .map(async (report) => ({ ...report, consent: await ask(`${domain}._report._dmarc.${report.domain}`, "TXT") })),
  );
}
