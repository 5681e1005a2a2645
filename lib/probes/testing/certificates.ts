import { createCertificate, generateP256, type KeyPair } from "#lab/x509.ts";

const DAY_MS = 86_400_000;

export type Authority = { name: string; keys: KeyPair; pem: string };
/** What `tls.createServer` takes; the chain as it is to be sent. */
export type Served = { key: string; cert: string };

export function createAuthority(name: string, parent?: Authority): Authority {
  const keys = generateP256();
  const issuer = parent ?? { name, keys };
  const authority = { pathLength: parent ? 0 : 1 };
  return {
    name,
    keys,
    pem: createCertificate({
      ...validity(),
      subject: name,
      issuer: issuer.name,
      keys,
      issuerKeys: issuer.keys,
      authority,
    }),
  };
}

export function createServed(names: readonly string[], issuer: Authority, sent: readonly Authority[] = []): Served {
  const keys = generateP256();
  const subject = names[0] ?? "nameless";
  const cert = createCertificate({ ...validity(), subject, issuer: issuer.name, keys, issuerKeys: issuer.keys, names });
  return {
    key: keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: [cert, ...sent.map(({ pem }) => pem)].join(""),
  };
}

function validity() {
  return { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + 30 * DAY_MS) };
}
