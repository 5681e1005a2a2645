import { ALIAS, HOST, MTA_STS, WWW } from "./names.ts";
import { createCertificate, generateP256, generateRsa, type Hash, type KeyPair } from "./x509.ts";

/** What a TLS server presents: its key and the chain as sent, leaf first, all PEM. */
export type ServedCertificate = { key: string; cert: string };

type Authority = { name: string; keys: KeyPair; pem: string };
type LeafOptions = {
  names?: readonly string[];
  lifetimeDays?: number;
  /** How many days of its life are over; more than all is expired, less than 0 is not yet valid. */
  ageDays?: number;
  keys?: KeyPair;
  hash?: Hash;
  issuerUrl?: string | undefined;
  mustStaple?: boolean;
};

const DAY_MS = 86_400_000;
const LIFETIME_DAYS = 90;
const AUTHORITY_DAYS = 400;
/** Where the authority has its intermediate's certificate to fetch. */
const INTERMEDIATE_PATH = "/intermediate.crt";

const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS);

type AuthorityOptions = { parent?: Authority; keys?: KeyPair; endsInDays?: number };

function createAuthority(name: string, now: Date, options: AuthorityOptions = {}): Authority {
  const { parent, keys = generateP256(), endsInDays = AUTHORITY_DAYS } = options;
  const pem = createCertificate({
    subject: name,
    issuer: parent?.name ?? name,
    notBefore: daysFrom(now, -AUTHORITY_DAYS),
    notAfter: daysFrom(now, endsInDays),
    keys,
    issuerKeys: parent?.keys ?? keys,
    authority: { pathLength: parent ? 50 : 51 },
  });
  return { name, keys, pem };
}

function createLeaf(now: Date, issuer: Authority | "self", options: LeafOptions = {}): ServedCertificate {
  const { names = [HOST, WWW], lifetimeDays = LIFETIME_DAYS, ageDays = 10, keys = generateP256() } = options;
  const { hash = "sha256", issuerUrl, mustStaple } = options;
  const subject = names[0] ?? HOST;
  const cert = createCertificate({
    subject,
    issuer: issuer === "self" ? subject : issuer.name,
    notBefore: daysFrom(now, -ageDays),
    notAfter: daysFrom(now, lifetimeDays - ageDays),
    keys,
    issuerKeys: issuer === "self" ? keys : issuer.keys,
    hash,
    issuerUrl,
    mustStaple,
    names,
  });
  return { key: keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString(), cert };
}

/**
 * A root, an intermediate and every leaf that the lab can serve. No private key is ever written to disk.
 * @param authorityUrl where the authority's own certificates can be fetched.
 */
export function createCertificates(now: Date, authorityUrl: string) {
  const root = createAuthority("Launch Ready lab root", now);
  const intermediate = createAuthority("Launch Ready lab intermediate", now, { parent: root });
  const oldIntermediate = createAuthority("Launch Ready lab intermediate of last year", now, {
    parent: root,
    endsInDays: -2,
  });
  const otherCa = createAuthority("ZeroSSL look-alike in the lab", now, { parent: root });
  const unknownRoot = createAuthority("A root that nobody knows", now);
  const issuerUrl = new URL(INTERMEDIATE_PATH, authorityUrl).href;

  function issue(options: LeafOptions = {}, issuer = intermediate, sent = [issuer]): ServedCertificate {
    const { key, cert } = createLeaf(now, issuer, issuer === intermediate ? { issuerUrl, ...options } : options);
    return { key, cert: [cert, ...sent.map(({ pem }) => pem)].join("") };
  }

  return {
    caPem: root.pem,
    /** By path at the authority's address. */
    issuers: { [INTERMEDIATE_PATH]: intermediate.pem },
    served: {
      healthy: issue(),
      alias: issue({ names: [ALIAS] }),
      "mta-sts": issue({ names: [MTA_STS] }),
      expired: issue({ ageDays: LIFETIME_DAYS + 3 }),
      "not-yet-valid": issue({ ageDays: -2 }),
      "near-expiry": issue({ ageDays: LIFETIME_DAYS - 5 }),
      "too-long-lived": issue({ lifetimeDays: 900 }),
      "wrong-name": issue({ names: [`staging.${HOST}`] }),
      "no-names": issue({ names: [] }),
      "weak-key": issue({ keys: generateRsa(1024) }),
      "weak-signature": issue({ hash: "sha1" }),
      "must-staple": issue({ mustStaple: true }),
      "self-signed": createLeaf(now, "self"),
      "unknown-root": issue({}, unknownRoot),
      "unknown-issuer": issue({}, unknownRoot, []),
      "missing-intermediate": issue({}, intermediate, []),
      "old-intermediate": issue({}, oldIntermediate),
      misordered: issue({}, intermediate, [root, intermediate]),
      stray: issue({}, intermediate, [intermediate, unknownRoot]),
      "other-authority": issue({}, otherCa),
      // Made only when somebody asks for them, since they take their time.
      get "many-names"() {
        return issue({ names: [HOST, WWW, ...Array.from({ length: 9_998 }, (_, index) => `n${index}.${HOST}`)] });
      },
      get "long-chain"() {
        const links = [root];
        for (let index = 1; index < 40; index += 1)
          links.unshift(createAuthority(`Launch Ready lab link ${index}`, now, { parent: links[0] ?? root }));
        return issue({}, links[0] ?? root, links.slice(0, -1));
      },
    },
    /** A healthy certificate for other names, for the hostile listeners. */
    issueFor: (...names: string[]) => issue({ names }),
  };
}

type Certificates = ReturnType<typeof createCertificates>;
export type CertificateName = keyof Certificates["served"];
