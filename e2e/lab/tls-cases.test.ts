import { X509Certificate } from "node:crypto";
import type { TlsOptions } from "node:tls";
import { describe, expect, it } from "vitest";
import { evaluate } from "#lib/audits/evaluate.ts";
import type { Observation, PartName } from "#lib/audits/observation.ts";
import { RULES } from "#lib/audits/registry.ts";
import type { Result } from "#lib/audits/types.ts";
import { LIMITS } from "#lib/probes/egress/limits.ts";
import { createResolver } from "#lib/probes/egress/resolver.ts";
import { observe } from "#lib/probes/observe.ts";
import { localConfig } from "#lib/probes/testing/local-config.ts";
import { serveHttp, serveHttps } from "#lib/probes/testing/servers.ts";
import { createCertificate, generateP256, generateRsa, type KeyPair } from "./x509.ts";

const DAY_MS = 86_400_000;
const HOST = "shop.lab.test";
const IDN = "xn--bcher-kva.lab.test";
const days = (count: number) => new Date(Date.now() + count * DAY_MS);
const pemOf = (keys: KeyPair) => keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString();

type Authority = { name: string; keys: KeyPair; pem: string };
type Fields = Partial<Omit<Parameters<typeof createCertificate>[0], "issuer" | "issuerKeys">>;

function authority(name: string, parent?: Authority, fields: Fields = {}): Authority {
  const keys = generateP256();
  const issuer = parent ?? { name, keys };
  const dates = { notBefore: days(-100), notAfter: days(400) };
  const own = { subject: name, issuer: issuer.name, keys, issuerKeys: issuer.keys, authority: { pathLength: 99 } };
  return { name, keys, pem: createCertificate({ ...dates, ...own, ...fields }) };
}

const root = authority("Cases root");
const intermediate = authority("Cases intermediate", root);
const stranger = authority("Cases stranger");

/** A leaf of 90 days, ten of them over, and its key. */
function leaf(issuer: Authority | "self" = intermediate, fields: Fields & { names?: readonly string[] } = {}) {
  const { keys = generateP256(), names = [HOST], ...rest } = fields;
  const own = { subject: HOST, keys, names, notBefore: days(-10), notAfter: days(80) };
  const by = issuer === "self" ? { issuer: HOST, issuerKeys: keys } : { issuer: issuer.name, issuerKeys: issuer.keys };
  return { key: pemOf(keys), cert: createCertificate({ ...own, ...by, ...rest }) };
}
const sent = (one: { key: string; cert: string }, ...chain: Authority[]): TlsOptions => ({
  key: one.key,
  cert: [one.cert, ...chain.map(({ pem }) => pem)].join(""),
  ciphers: "DEFAULT@SECLEVEL=0",
});

type Look = { host?: string | undefined; staple?: Buffer | undefined; parts?: PartName[] };

async function look(options: TlsOptions, { host = HOST, staple, parts = ["tls"] }: Look = {}): Promise<Observation> {
  await using server = await serveHttps(options, (_request, response) => response.end());
  if (staple) server.server.on("OCSPRequest", (_certificate, _issuer, done) => done(null, staple));
  const egress = localConfig({ extraCa: [root.pem] });
  const resolver = { ...createResolver(egress, LIMITS), addresses: async () => ["127.0.0.1"] };
  return await observe({ url: `https://${host}:${server.port}/` }, { egress, parts, seams: { resolver } });
}

const TLS_RULES = RULES.filter(({ id, check }) => id.startsWith("edge/tls-") && check === "https-everywhere");
const short = ({ rule, verdict, code, summary }: Result) => [rule, verdict, code, summary];
/** What the TLS rules say that is not "all is well". */
const said = (observation: Observation) =>
  evaluate(observation, TLS_RULES)
    .filter(({ verdict }) => verdict !== "pass")
    .map(short);

const day = (count: number) => expect.stringMatching(days(count).toISOString().slice(0, 10));
const endsWith = (text: string) => expect.stringContaining(text);

type Case = { title: string; options: () => TlsOptions; host?: string; says: unknown[][] };

const SIGNED_ONLY = ["edge/tls-chain", "inconclusive", "leaf-dates", endsWith("those are judged apart")];
const CASES: Case[] = [
  { title: "a healthy chain", options: () => sent(leaf(), intermediate), says: [] },
  { title: "a healthy chain with its root", options: () => sent(leaf(), intermediate, root), says: [] },
  {
    title: "expired",
    options: () => sent(leaf(intermediate, { notBefore: days(-93), notAfter: days(-3) }), intermediate),
    says: [SIGNED_ONLY, ["edge/tls-expiry", "fail", "expired", day(-3)]],
  },
  {
    title: "not yet valid",
    options: () => sent(leaf(intermediate, { notBefore: days(2), notAfter: days(92) }), intermediate),
    says: [SIGNED_ONLY, ["edge/tls-expiry", "fail", "not-yet-valid", day(2)]],
  },
  {
    title: "wrong host",
    options: () => sent(leaf(intermediate, { names: ["other.lab.test"] }), intermediate),
    says: [["edge/tls-name", "fail", "mismatch", "The certificate is for other.lab.test, not for shop.lab.test."]],
  },
  {
    title: "self-signed",
    options: () => sent(leaf("self")),
    says: [["edge/tls-chain", "fail", "self-signed", "The certificate is self-signed: every visitor gets a warning."]],
  },
  {
    title: "unknown root",
    options: () => sent(leaf(stranger), stranger),
    says: [
      ["edge/tls-chain", "fail", "unknown-root", "The chain ends at CN=Cases stranger, which is not a trusted root."],
    ],
  },
  {
    title: "issuer that is neither sent nor known nor named",
    options: () => sent(leaf()),
    says: [
      [
        "edge/tls-chain",
        "fail",
        "unknown-issuer",
        "CN=shop.lab.test was signed by CN=Cases intermediate, which was not sent and is no trusted root: its certificate is missing, or nobody trusts it.",
      ],
    ],
  },
  {
    title: "reversed chain",
    options: () => sent(leaf(), root, intermediate),
    says: [
      [
        "edge/tls-chain",
        "warn",
        "misordered",
        "The certificates are sent in the wrong order (CN=shop.lab.test, then CN=Cases root, then CN=Cases intermediate): browsers sort them, other clients refuse them.",
      ],
    ],
  },
  {
    title: "a certificate of another chain",
    options: () => sent(leaf(), intermediate, stranger),
    says: [
      [
        "edge/tls-chain",
        "warn",
        "stray",
        "The server sends a certificate that its chain does not need: CN=Cases stranger.",
      ],
    ],
  },
  {
    title: "expired intermediate",
    options() {
      const old = authority("Cases old intermediate", root, { notAfter: days(-5) });
      return sent(leaf(old), old);
    },
    says: [
      [
        "edge/tls-chain",
        "fail",
        "intermediate-dates",
        endsWith("CN=Cases old intermediate, above the leaf, is out of its dates"),
      ],
    ],
  },
  {
    title: "SHA-1 signature",
    options: () => sent(leaf(intermediate, { hash: "sha1" }), intermediate),
    says: [
      [
        "edge/tls-key",
        "fail",
        "weak-signature",
        "The certificate CN=shop.lab.test is signed with a broken hash (ecdsa-with-SHA1).",
      ],
    ],
  },
  ...[1024, 512].map((bits) => ({
    title: `RSA ${bits}`,
    options: () => sent(leaf(intermediate, { keys: generateRsa(bits) }), intermediate),
    says: [["edge/tls-key", "fail", "weak-key", `The key of CN=shop.lab.test is too weak (rsa ${bits} bit).`]],
  })),
  ...(["TLSv1", "TLSv1.1"] as const).map((version) => ({
    title: `${version} only`,
    options: () => ({ ...sent(leaf(), intermediate), minVersion: version, maxVersion: version }),
    says: [
      ["edge/tls-protocol", "fail", "none-modern", `The server offers neither TLS 1.2 nor TLS 1.3, only ${version}.`],
    ],
  })),
  {
    title: "TLS 1.0 offered beside the modern versions",
    options: () => ({ ...sent(leaf(), intermediate), minVersion: "TLSv1" }),
    says: [["edge/tls-protocol", "fail", "old-offered", "The server still completes a handshake with TLSv1, TLSv1.1."]],
  },
  {
    title: "10,000 names",
    options() {
      const names = [HOST, ...Array.from({ length: 9_999 }, (_, index) => `n${index}.lab.test`)];
      return sent(leaf(intermediate, { names }), intermediate);
    },
    says: [
      [
        "edge/tls-chain",
        "fail",
        "too-large",
        "The server's certificates (2, with 10000 names) are larger than 100 KiB: OpenSSL and browsers break the handshake off.",
      ],
      [
        "edge/tls-name",
        "warn",
        "many-names",
        "The certificate names shop.lab.test among 10000 names: each handshake carries all of them.",
      ],
    ],
  },
  {
    title: "1,000 names, which still fit",
    options() {
      const names = [HOST, ...Array.from({ length: 999 }, (_, index) => `n${index}.lab.test`)];
      return sent(leaf(intermediate, { names }), intermediate);
    },
    says: [["edge/tls-name", "warn", "many-names", endsWith("among 1000 names")]],
  },
  {
    title: "no names but the common name",
    options: () => sent(leaf(intermediate, { names: [] }), intermediate),
    says: [
      [
        "edge/tls-name",
        "fail",
        "no-names",
        "The certificate has no subject alternative name, only a subject (CN=shop.lab.test); browsers look at nothing else.",
      ],
    ],
  },
  {
    title: "a chain of 100 certificates",
    options() {
      const links = [root];
      for (let index = 1; index < 100; index += 1) {
        const parent = links[0];
        links.unshift(authority(`Cases link ${index}`, parent));
      }
      return sent(leaf(links[0]), ...links.slice(0, -1));
    },
    says: [
      [
        "edge/tls-chain",
        "warn",
        "long",
        "The server sends 100 certificates: browsers cope, small clients stop at ten.",
      ],
    ],
  },
  {
    title: "an internationalised name",
    options: () => sent(leaf(intermediate, { names: [IDN] }), intermediate),
    host: IDN,
    says: [],
  },
  {
    title: "an internationalised name that is not encoded",
    options: () => sent(leaf(intermediate, { names: ["b\u00fccher.lab.test"] }), intermediate),
    host: IDN,
    says: [["edge/tls-name", "fail", "mismatch", endsWith(`not for ${IDN}`)]],
  },
  {
    title: "must-staple without a stapled answer",
    options: () => sent(leaf(intermediate, { mustStaple: true }), intermediate),
    says: [
      [
        "edge/tls-staple",
        "fail",
        "missing",
        "The certificate asks for a stapled OCSP answer (must-staple), and the server sends none.",
      ],
    ],
  },
  {
    title: "a life of 900 days",
    options: () => sent(leaf(intermediate, { notAfter: days(890) }), intermediate),
    says: [
      [
        "edge/tls-expiry",
        "fail",
        "too-long-lived",
        "The certificate is made for 900 days; browsers refuse more than 825 days.",
      ],
    ],
  },
];

describe("TLS as a verifier sees it", () => {
  it.each(CASES)("$title", async ({ options, host, says }) => {
    expect(said(await look(options(), { host }))).toEqual(says);
  });

  it.each(CASES)("$title: every part that connects ends typed, in little memory", async ({ options, host }) => {
    const before = process.memoryUsage.rss();
    const parts: PartName[] = ["tls", "page", "redirects", "cors", "securityTxt", "assets", "edge"];
    const observation = await look(options(), { host, parts });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
    expect(evaluate(observation).filter(({ verdict }) => verdict === "error")).toEqual([]);
    const internal = parts.filter(
      (name) => "step" in observation.parts[name] && observation.parts[name].step === "internal",
    );
    expect(internal).toEqual([]);
  });

  it.each([
    ["lies there", "missing-intermediate", new X509Certificate(intermediate.pem).raw],
    ["is not there", "missing-intermediate", null],
  ] as const)("missing intermediate: the certificate that the leaf points to %s", async (_, code, body) => {
    await using authorityServer = await serveHttp((_request, response) => {
      if (body) response.end(body);
      else response.writeHead(404).end();
    });
    const issuerUrl = `http://ca.lab.test:${authorityServer.port}/issuer.crt`;
    const observation = await look(sent(leaf(intermediate, { issuerUrl })));
    expect(said(observation)).toEqual([
      [
        "edge/tls-chain",
        "fail",
        code,
        "The server does not send the intermediate CN=Cases intermediate, without which CN=shop.lab.test leads to no root.",
      ],
    ]);
  });

  it("unknown root, not sent: the certificate that the leaf points to leads to nobody known", async () => {
    await using authorityServer = await serveHttp((_request, response) => {
      response.end(new X509Certificate(stranger.pem).raw);
    });
    const issuerUrl = `http://ca.lab.test:${authorityServer.port}/issuer.crt`;
    expect(said(await look(sent(leaf(stranger, { issuerUrl }))))).toEqual([
      ["edge/tls-chain", "fail", "unknown-root", "The chain ends at CN=Cases stranger, which is not a trusted root."],
    ]);
  });

  it("a stapled answer and timestamps are seen", async () => {
    const { key, cert } = leaf(intermediate, { mustStaple: true, timestamps: 3 });
    // SEQUENCE { ENUMERATED 0 }: "successful", the least that an OCSP answer can be.
    const answer = Buffer.from([0x30, 0x03, 0x0a, 0x01, 0x00]);
    const { parts } = await look(sent({ key, cert }, intermediate), { staple: answer });
    if (parts.tls.state !== "observed") throw new Error(JSON.stringify(parts.tls));
    const { ocspStapled, chain, root: found, chainAsSent, chainTotal } = parts.tls.value;
    expect({ ocspStapled, chainAsSent, chainTotal, found }).toEqual({
      ocspStapled: true,
      chainAsSent: true,
      chainTotal: 2,
      found: { subject: "CN=Cases root", store: "added" },
    });
    expect(chain[0]).toMatchObject({ scts: 3, mustStaple: true, curve: "prime256v1" });
  });
});
