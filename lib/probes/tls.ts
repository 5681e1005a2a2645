import type { X509Certificate } from "node:crypto";
import type { PartValue } from "#lib/audits/observation.ts";
import { certificateFacts, namesHost } from "./certificate-facts.ts";
import { checkedAddresses } from "./egress/dial.ts";
import { failureOf } from "./egress/failure-of.ts";
import { ProbeFailure } from "./egress/probe-failure.ts";
import { inSlot } from "./egress/slots.ts";
import { fetchIssuer } from "./fetch-issuer.ts";
import { isLiteral } from "./parse-target.ts";
import type { Probe } from "./probe.ts";
import { isTooLarge, type Spoken, speak, type Version } from "./tls-handshake.ts";

/** Best first. */
const VERSIONS = ["TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1"] as const satisfies readonly Version[];
/** What OpenSSL says when it is us who cannot speak a version, which shows nothing about the host. */
const OWN_REFUSAL = /NO_PROTOCOLS_AVAILABLE|NO_CIPHERS_AVAILABLE|NO_CIPHER_MATCH|UNSUPPORTED_PROTOCOL_VERSION/;
const NO_ISSUER: ReadonlySet<string | null> = new Set([
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
]);

/** One handshake per version, as many at once as a target bears; what the best of them shows is the answer. */
export const probeTls: Probe<"tls"> = async ({ target, egress }) => {
  const { host, port } = target;
  const where = { addresses: await checkedAddresses(host, port, egress, egress.signal), target, egress };
  let silence: ProbeFailure | null = null;
  const tryVersion = async (version: Version): Promise<Spoken | ProbeFailure> => {
    try {
      return await inSlot(host, egress.signal, () => (silence ? Promise.reject(silence) : speak(version, where)));
    } catch (error) {
      const failure = failureOf(error);
      // A host that says nothing to one version would only cost the same time again with the next.
      if (failure.code === "tls_timeout" || failure.code === "connect_timeout") silence = failure;
      return failure;
    }
  };
  const tried = await Promise.all(VERSIONS.map(tryVersion));
  const spoken = tried.flatMap((attempt) => (attempt instanceof ProbeFailure ? [] : [attempt]));
  const best = spoken[0];
  if (!best) throw tried[0];
  const leaf = best.chain.certificates[0];
  if (!leaf) throw new ProbeFailure("tls", "tls_error", "The host showed no certificate.");
  const asSent = spoken.find(
    ({ isAsSent, chain }) => isAsSent && chain.certificates[0]?.fingerprint256 === leaf.fingerprint256,
  );
  const { isAsSent: _, chain: known, ...facts } = best;
  const { certificates, total } = asSent?.chain ?? known;
  const top = topOf(certificates);
  return {
    ...facts,
    nameMatches: namesHost(leaf, host, isLiteral(host)),
    chain: certificates.map(certificateFacts),
    chainTotal: total,
    chainAsSent: asSent !== undefined,
    issuerFetched: top && NO_ISSUER.has(facts.trustError) ? await fetchIssuer(top, egress) : null,
    versions: Object.fromEntries(VERSIONS.map((version, index) => [version, wasOffered(tried[index])])) as Record<
      Version,
      boolean | null
    >,
  };
};

function wasOffered(attempt: Spoken | ProbeFailure | undefined): PartValue<"tls">["versions"][Version] {
  if (!(attempt instanceof ProbeFailure)) return attempt !== undefined;
  if (isTooLarge(attempt)) return true;
  return attempt.code === "tls_error" && !OWN_REFUSAL.test(attempt.reason) ? false : null;
}

/** Where the way up from the leaf ends within what was sent. */
function topOf(sent: readonly X509Certificate[]): X509Certificate | undefined {
  let top = sent[0];
  for (let links = 0; top && links < sent.length; links += 1) {
    const { issuer, subject }: X509Certificate = top;
    const next = issuer === subject ? undefined : sent.find((one) => one.subject === issuer);
    if (!next) break;
    top = next;
  }
  return top;
}
