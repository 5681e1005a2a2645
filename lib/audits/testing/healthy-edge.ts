import type { PartValue } from "../observation.ts";

/** Behind Cloudflare, shown by four signs, with an origin that lets nobody else in. */
export const HEALTHY_EDGE: PartValue<"edge"> = {
  addresses: ["104.16.132.229"],
  cnames: [],
  nameservers: ["ada.ns.cloudflare.com", "bob.ns.cloudflare.com"],
  front: {
    status: 200,
    headers: [
      ["server", "cloudflare"],
      ["cf-ray", "8f0a1b2c3d4e5f60-TLL"],
      ["set-cookie", "__Host-session"],
      ["set-cookie", "__cf_bm"],
    ],
    title: "Example",
    bodyHash: "0".repeat(64),
  },
  trace: { host: "example.com", site: "TLL" },
  origins: [
    {
      origin: "203.0.113.7",
      answer: null,
      failure: { step: "connect", code: "refused", reason: "The host refused the connection." },
    },
  ],
};
