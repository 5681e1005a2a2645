import { COMMON_SELECTORS } from "../../mail/providers.ts";
import type { PartValue } from "../../observation.ts";
import { treeWalk } from "../../parse/dmarc-discovery.ts";
import { RSA_2048 } from "../healthy-mail.ts";
import { asked } from "./dns-pieces.ts";

/** A key of the length that Microsoft, Google and the others make. */
const GOOD_KEY = `v=DKIM1; k=rsa; p=${RSA_2048}`;

export type Mail = {
  domain: string;
  mx?: readonly string[];
  txt?: readonly string[];
  /** The record at `_dmarc` of the domain. */
  dmarc?: string;
  /** What the includes lead to. */
  included?: Readonly<Record<string, string>>;
  /** Selectors of the service, and those where a key stands. */
  selectors?: { provider: string; asked: readonly string[]; found: readonly string[] };
  sts?: { record: string; policy: string };
  tlsRpt?: string;
  /** A service for reports that agrees, as most do by a wildcard. */
  reportsTo?: { address: string; domain: string };
};

const one = (text: string | undefined): string[][] => (text === undefined ? [] : [[text]]);

export function mailOf({ domain, mx = [], txt = [], dmarc }: Mail): PartValue<"mail"> {
  return {
    domain,
    mx: asked(domain, "MX", mx),
    txt: asked(domain, "TXT", txt),
    dmarc: treeWalk(domain).map((name) => asked(`_dmarc.${name}`, "TXT", ...(name === domain ? one(dmarc) : []))),
  };
}

export function mailAuthOf(mail: Mail): PartValue<"mailAuth"> {
  const { domain, mx = [], txt = [], included = {}, selectors, sts, tlsRpt, reportsTo } = mail;
  const usual = selectors?.asked ?? [];
  const rows = [
    ...usual.map((selector) => ({ selector, from: "provider" as const, provider: selectors?.provider ?? null })),
    ...COMMON_SELECTORS.filter((selector) => !usual.includes(selector)).map((selector) => ({
      selector,
      from: "common" as const,
      provider: null,
    })),
  ];
  const hosts = mx.map((record) => record.split(" ")[1] ?? "");
  return {
    domain,
    spf: {
      questions: [
        asked(domain, "TXT", txt),
        ...Object.entries(included).map(([name, record]) => asked(name, "TXT", [record])),
      ],
      isWhole: true,
    },
    dkim: rows.map((row) => {
      const isFound = selectors?.found.includes(row.selector) === true;
      return { ...row, key: asked(`${row.selector}._domainkey.${domain}`, "TXT", ...(isFound ? [[GOOD_KEY]] : [])) };
    }),
    mx: hosts.map((host, index) => ({
      host,
      cname: asked(host, "CNAME"),
      a: asked(host, "A", [`142.250.153.${26 + index}`]),
      aaaa: asked(host, "AAAA"),
    })),
    mtaSts: {
      record: asked(`_mta-sts.${domain}`, "TXT", ...one(sts?.record)),
      policy: sts
        ? {
            state: "read",
            url: `https://mta-sts.${domain}/.well-known/mta-sts.txt`,
            status: 200,
            contentType: "text/plain; charset=utf-8",
            location: null,
            text: sts.policy,
            isWhole: true,
          }
        : null,
    },
    tlsRpt: asked(`_smtp._tls.${domain}`, "TXT", ...one(tlsRpt)),
    reports: reportsTo
      ? [{ ...reportsTo, consent: asked(`${domain}._report._dmarc.${reportsTo.domain}`, "TXT", ["v=DMARC1;"]) }]
      : [],
  };
}

/** What Google Workspace has its customers publish, and what it publishes itself. */
export const GOOGLE_MAIL = {
  mx: ["1 smtp.google.com"],
  included: {
    "_spf.google.com": "v=spf1 include:_netblocks.google.com include:_netblocks2.google.com ~all",
    "_netblocks.google.com": "v=spf1 ip4:35.190.247.0/24 ip4:64.233.160.0/19 ip4:209.85.128.0/17 ~all",
    "_netblocks2.google.com": "v=spf1 ip6:2001:4860:4000::/36 ip6:2a00:1450:4000::/36 ~all",
  },
  selectors: { provider: "Google Workspace", asked: ["google"], found: ["google"] },
} as const satisfies Omit<Mail, "domain">;
