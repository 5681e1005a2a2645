import { X509Certificate } from "node:crypto";
import { getCACertificates } from "node:tls";

type Store = "public" | "added";

/** The DER inside a PEM, still in base64: enough to compare by, without reading 150 certificates. */
const bodyOf = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, "");
let publicRoots: ReadonlySet<string> | undefined;

/** Which store holds the certificate as a root, if any. */
export function storeOf(certificate: X509Certificate, extraCa: readonly string[]): Store | null {
  publicRoots ??= new Set(getCACertificates("default").map(bodyOf));
  const body = certificate.raw.toString("base64");
  if (publicRoots.has(body)) return "public";
  return extraCa.some((pem) => bodyOf(pem) === body) ? "added" : null;
}

/** Whether one of the trusted roots signed the certificate. */
export function isSignedByRoot(certificate: X509Certificate, extraCa: readonly string[]): boolean {
  return [...extraCa, ...getCACertificates("default")].some((pem) => {
    const root = new X509Certificate(pem);
    return root.subject === certificate.issuer && certificate.verify(root.publicKey);
  });
}
