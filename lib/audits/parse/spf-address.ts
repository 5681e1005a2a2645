import ipaddr from "ipaddr.js";

/** The address that a mail comes from, as SPF sees it: an IPv4 address inside IPv6 counts as IPv4 (RFC 7208 §5). */
export type SpfClient = {
  isIpv4: boolean;
  /** Which records hold addresses of its kind. */
  type: "A" | "AAAA";
  text: string;
  /** `%{i}`: dotted octets, or dotted hex digits (RFC 7208 §7.3). */
  dotted: string;
  /** Where its PTR records stand. */
  reverseName: string;
  isWithin(network: string, bits: number): boolean;
};

export function readClient(text: string): SpfClient {
  const ip = ipaddr.process(text);
  const isIpv4 = ip.kind() === "ipv4";
  const digits = ip.toByteArray().map((byte) => byte.toString(16).padStart(2, "0"));
  const dotted = isIpv4 ? ip.toString() : [...digits.join("")].join(".").toUpperCase();
  return {
    isIpv4,
    type: isIpv4 ? "A" : "AAAA",
    text: ip.toString(),
    dotted,
    reverseName: `${dotted.split(".").reverse().join(".")}.${isIpv4 ? "in-addr" : "ip6"}.arpa`,
    isWithin(network, bits) {
      if (!ipaddr.isValid(network)) return false;
      const base = ipaddr.parse(network);
      return base.kind() === ip.kind() && ip.match(base, bits);
    },
  };
}
