import { HOST, WWW } from "./names.ts";
import { createCertificate, generateP256, generateRsa, type Hash, type KeyPair } from "./x509.ts";

/** What a TLS server presents: its key and the chain as sent, leaf first, all PEM. */
export type ServedCertificate = { key: string; cert: string };

type Authority = { name: string; keys: KeyPair; pem: string };
type LeafOptions = {
  names?: readonly string[];
  /** How many of the 90 days are over; more than 90 is expired, less than 0 is not yet valid. */
  ageDays?: number;
  keys?: KeyPair;
  hash?: Hash;
};

const DAY_MS = 86_400_000;
const LIFETIME_DAYS = 90;
const AUTHORITY_DAYS = 400;

const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS);

function createAuthority(name: string, now: Date, parent?: Authority): Authority {
  const keys = generateP256();
  const pem = createCertificate({
    subject: name,
    issuer: parent?.name ?? name,
    notBefore: daysFrom(now, -AUTHORITY_DAYS),
    notAfter: daysFrom(now, AUTHORITY_DAYS),
    keys,
    issuerKeys: parent?.keys ?? keys,
    authority: { pathLength: parent ? 0 : 1 },
  });
  return { name, keys, pem };
}

function createLeaf(now: Date, issuer: Authority | "self", options: LeafOptions = {}): ServedCertificate {
  const { names = [HOST, WWW], ageDays = 10, keys = generateP256(), hash = "sha256" } = options;
  const subject = names[0] ?? HOST;
  const cert = createCertificate({
    subject,
    issuer: issuer === "self" ? subject : issuer.name,
    notBefore: daysFrom(now, -ageDays),
    notAfter: daysFrom(now, LIFETIME_DAYS - ageDays),
    keys,
    issuerKeys: issuer === "self" ? keys : issuer.keys,
    hash,
    names,
  });
  return { key: keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString(), cert };
}

/** A root, an intermediate and every leaf that the lab can serve. No private key is ever written to disk. */
export function createCertificates(now: Date) {
  const root = createAuthority("Launch Ready lab root", now);
  const intermediate = createAuthority("Launch Ready lab intermediate", now, root);
  const unknownRoot = createAuthority("A root that nobody knows", now);

  function issue(options?: LeafOptions, issuer = intermediate): ServedCertificate {
    const { key, cert } = createLeaf(now, issuer, options);
    return { key, cert: cert + issuer.pem };
  }

  return {
    caPem: root.pem,
    served: {
      healthy: issue(),
      expired: issue({ ageDays: LIFETIME_DAYS + 3 }),
      "not-yet-valid": issue({ ageDays: -2 }),
      "near-expiry": issue({ ageDays: LIFETIME_DAYS - 5 }),
      "wrong-name": issue({ names: [`staging.${HOST}`] }),
      "weak-key": issue({ keys: generateRsa(1024) }),
      "weak-signature": issue({ hash: "sha1" }),
      "self-signed": createLeaf(now, "self"),
      "unknown-root": issue({}, unknownRoot),
      "missing-intermediate": createLeaf(now, intermediate),
    },
    /** A healthy certificate for other names, for the hostile listeners. */
    issueFor: (...names: string[]) => issue({ names }),
  };
}

type Certificates = ReturnType<typeof createCertificates>;
export type CertificateName = keyof Certificates["served"];
