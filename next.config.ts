import type { NextConfig } from "next";

/** Sent with every response; the Content-Security-Policy carries a nonce per request and is set in proxy.ts. */
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-site" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=()" },
];

/** Whoever knows these addresses may use them. */
const SECRET_ADDRESS_HEADERS = [
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "X-Robots-Tag", value: "noindex, nofollow" },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimiser has had remote code execution; we show no pictures that need it.
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pg-boss", "postgres"],
  typescript: { ignoreBuildErrors: true },
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: SECURITY_HEADERS },
      { source: "/:kind(share|invite)/:path*", headers: SECRET_ADDRESS_HEADERS },
      { source: "/tools/domain-check/:token", headers: SECRET_ADDRESS_HEADERS },
    ]),
};

export default config;
