import { X509Certificate } from "node:crypto";
import type { PartValue } from "#lib/audits/observation.ts";
import { readExtensions } from "./certificate-extensions.ts";
import type { Egress } from "./egress/create-egress.ts";
import { failureOf } from "./egress/failure-of.ts";
import { isSignedByRoot, storeOf } from "./roots.ts";

type IssuerFetched = PartValue<"tls">["issuerFetched"];

const LINKS_MAX = 3;

/**
 * What lies where a certificate says that its issuer is. Tells a chain that lacks an intermediate from one that leads
 * to a root which nobody knows. `null` where the certificate names no place.
 */
export async function fetchIssuer(certificate: X509Certificate, egress: Egress): Promise<IssuerFetched> {
  const { extraCa } = egress.config;
  let url: string | undefined;
  for (let links = 0, top = certificate; links < LINKS_MAX; links += 1) {
    const next = readExtensions(top.raw).issuerUrls[0];
    url ??= next;
    if (url === undefined) return null;
    if (next === undefined) return { url, result: "unknown-root" };
    const issuer = await fetchCertificate(next, egress);
    if (!issuer || !isIssuedBy(top, issuer)) return { url, result: "unreadable" };
    if (storeOf(issuer, extraCa) || isSignedByRoot(issuer, extraCa)) return { url, result: "completes" };
    if (issuer.subject === issuer.issuer) return { url, result: "unknown-root" };
    top = issuer;
  }
  return url === undefined ? null : { url, result: "unknown-root" };
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return issuer.subject === certificate.issuer && certificate.verify(issuer.publicKey);
  } catch {
    // OpenSSL takes certificates whose keys it cannot read.
    return false;
  }
}

async function fetchCertificate(address: string, egress: Egress): Promise<X509Certificate | null> {
  try {
    const { status, body } = await egress.request(new URL(address));
    return status === 200 ? new X509Certificate(body) : null;
  } catch (error) {
    // What cannot be had here says nothing of the chain, unless the audit itself has ended.
    if (egress.signal.aborted) throw failureOf(error);
    return null;
  }
}
