import { clip } from "./clip.ts";
import type { DnsQuestion, Observation, PartName, PartValue } from "./observation.ts";
import { headerValues } from "./parse/headers.ts";

/** A fact as text, in a form that stays the same as long as what it says does. */
export type Fact = { label: string; value: string };

const NONE = "none";
const ANSWERED = new Set(["ok", "nodata", "nxdomain"]);

/** Headers whose every change is worth telling; the policy's nonce is new with each answer and is left out. */
const HEADERS = [
  "strict-transport-security",
  "content-security-policy",
  "content-security-policy-report-only",
  "x-frame-options",
  "x-content-type-options",
  "referrer-policy",
  "permissions-policy",
  "cross-origin-opener-policy",
  "cross-origin-embedder-policy",
  "cross-origin-resource-policy",
  "server",
] as const;

/** The facts of a host that people want to be told about when they change; what could not be seen is left out. */
export function factsThatDrift(observation: Observation): Fact[] {
  const dns = seenIn(observation, "dns");
  const mail = seenIn(observation, "mail");
  const tls = seenIn(observation, "tls");
  const page = seenIn(observation, "page");
  const facts = [
    ...(dns ? dnsFacts(dns) : []),
    ...(mail ? mailFacts(mail) : []),
    ...(tls ? tlsFacts(tls) : []),
    ...(page ? pageFacts(page) : []),
  ];
  return facts.map(({ label, value }) => ({ label, value: clip(value) }));
}

function seenIn<P extends PartName>({ parts }: Observation, name: P): PartValue<P> | undefined {
  const part = parts[name];
  return part?.state === "observed" ? (part.value as PartValue<P>) : undefined;
}

function dnsFacts({ a, aaaa, cname, ns, caa }: PartValue<"dns">): Fact[] {
  return [
    ...records("A records", a),
    ...records("AAAA records", aaaa),
    ...records("CNAME", cname),
    ...records("Name servers", ns),
    ...(caa.every(isAnswered) ? [{ label: "CAA records", value: listed(caa.flatMap(recordsOf)) }] : []),
  ];
}

function mailFacts({ mx, txt, dmarc }: PartValue<"mail">): Fact[] {
  const nearest = dmarc.find((question) => recordsOf(question).some(isDmarc)) ?? dmarc.at(-1);
  return [
    ...records("MX records", mx),
    ...records("SPF record", txt, (text) => /^v=spf1(?: |$)/i.test(text)),
    ...(nearest && dmarc.every(isAnswered) ? records("DMARC record", nearest, isDmarc) : []),
  ];
}

function tlsFacts({ chain, versions }: PartValue<"tls">): Fact[] {
  const [leaf] = chain;
  const offered = Object.entries(versions).filter(([, isOffered]) => isOffered);
  const isKnown = Object.values(versions).every((isOffered) => isOffered !== null);
  return [
    ...(leaf
      ? [
          {
            label: "Certificate",
            value: `${leaf.issuer}, until ${leaf.validTo.slice(0, 10)}, SHA-256 ${leaf.fingerprint256}`,
          },
        ]
      : []),
    ...(isKnown ? [{ label: "TLS versions", value: listed(offered.map(([version]) => version)) }] : []),
  ];
}

function pageFacts({ chain, response }: PartValue<"page">): Fact[] {
  const origin = URL.parse(chain.final ?? response.url)?.origin;
  return [
    ...(origin === undefined ? [] : [{ label: "Final origin", value: origin }]),
    { label: "Status", value: String(response.status) },
    ...HEADERS.map((name) => ({ label: name, value: headerText(response.headers, name) })),
  ];
}

function headerText(headers: PartValue<"page">["response"]["headers"], name: string): string {
  const values = headerValues(headers, name).map((value) => value.replaceAll(/'nonce-[^']*'/gi, "'nonce-…'"));
  return values.length === 0 ? NONE : values.join("\n");
}

function records(label: string, question: DnsQuestion, isWanted: (text: string) => boolean = () => true): Fact[] {
  return isAnswered(question) ? [{ label, value: listed(recordsOf(question).filter(isWanted)) }] : [];
}

function isAnswered({ answers }: DnsQuestion): boolean {
  return answers.some(({ status }) => ANSWERED.has(status));
}

/** What any of the resolvers gave, once each: which one answers what is the rules' business. */
function recordsOf({ answers }: DnsQuestion): string[] {
  return answers.flatMap((answer) => answer.records);
}

function isDmarc(text: string): boolean {
  return /^v\s*=\s*DMARC1\s*(?:;|$)/i.test(text);
}

function listed(values: readonly string[]): string {
  return values.length === 0 ? NONE : [...new Set(values)].toSorted().join(", ");
}
