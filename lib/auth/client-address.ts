import ipaddr from "ipaddr.js";

/** The nearest proxy's word for who asks: the last entry of X-Forwarded-For. Next fills it in when nobody did. */
export function clientAddress(forwardedFor: string | null | undefined): string | null {
  return forwardedFor?.split(",").at(-1)?.trim() || null;
}

/** The network that one household or office is taken to have: /24 of IPv4, /64 of IPv6. */
export function addressBlock(address: string | null): string {
  if (address === null || !ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  const bits = parsed.kind() === "ipv4" ? 24 : 64;
  const bytes = parsed.toByteArray().slice(0, bits / 8);
  return `${parsed.kind()}:${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}/${bits}`;
}
