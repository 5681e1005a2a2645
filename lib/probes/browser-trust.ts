import { createHash } from "node:crypto";
import { checkedAddresses, dialChecked } from "./egress/dial.ts";
import { handshake } from "./egress/handshake.ts";
import { hostOf, parseUrl, portOf } from "./egress/parse-url.ts";
import { inSlot } from "./egress/slots.ts";
import { secureContext } from "./egress/trust.ts";
import type { ProbeContext } from "./probe.ts";

const HOSTS_MAX = 5;

/**
 * base64 SHA-256 of the public keys (RFC 7469 §2.4) of the hosts on the way to the page whose certificates verify by the
 * roots that the operator added. The browser knows nothing of those roots, so it is told these keys.
 */
export async function keysToTrust({ target, egress, land }: ProbeContext): Promise<string[]> {
  if (egress.config.extraCa.length === 0) return [];
  const { chain } = await land(target.url);
  const origins = new Set(
    chain.hops
      .map(({ url }) => new URL(url))
      .filter(isTls)
      .map(({ origin }) => origin),
  );
  const keys = await Promise.all([...origins].slice(0, HOSTS_MAX).map((origin) => keyOf(new URL(origin), egress)));
  return [...new Set(keys.filter((key) => key !== null))];
}

const isTls = (url: URL) => url.protocol === "https:";

/** `null` where no connection that verifies could be made: then the browser is left to its own judgement. */
async function keyOf(origin: URL, egress: ProbeContext["egress"]): Promise<string | null> {
  const { config, limits, signal } = egress;
  try {
    const url = parseUrl(origin.href, config);
    const to = { host: hostOf(url), port: portOf(url) };
    return await inSlot(to.host, signal, async () => {
      const addresses = await checkedAddresses(to.host, to.port, egress, signal);
      const socket = await dialChecked(addresses, to, egress, signal);
      const options = { secureContext: secureContext(config.extraCa), rejectUnauthorized: true };
      const secured = await handshake(socket, to.host, options, { ms: limits.connectMs, signal });
      const key = secured.getPeerX509Certificate()?.publicKey.export({ type: "spki", format: "der" });
      secured.destroy();
      return key ? createHash("sha256").update(key).digest("base64") : null;
    });
  } catch {
    return null;
  }
}
