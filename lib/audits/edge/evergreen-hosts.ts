/**
 * Services whose files change under one address, by their own documents, or differ by browser: a hash would break the page at
 * the next change. Stripe and Google say so of theirs.
 */
const EVERGREEN_HOSTS: ReadonlySet<string> = new Set([
  "apis.google.com",
  "accounts.google.com",
  "app.posthog.com",
  "cdn.paddle.com",
  "cdn.segment.com",
  "challenges.cloudflare.com",
  "client.crisp.chat",
  "connect.facebook.net",
  "eu-assets.i.posthog.com",
  "fonts.bunny.net",
  "fonts.googleapis.com",
  "hcaptcha.com",
  "js.hcaptcha.com",
  "js.hs-scripts.com",
  "js.intercomcdn.com",
  "js.stripe.com",
  "maps.googleapis.com",
  "plausible.io",
  "snap.licdn.com",
  "static.hotjar.com",
  "us-assets.i.posthog.com",
  "use.typekit.net",
  "va.vercel-scripts.com",
  "widget.intercom.io",
  "www.clarity.ms",
  "www.google-analytics.com",
  "www.google.com",
  "www.googletagmanager.com",
  "www.gstatic.com",
  "www.paypal.com",
]);

export function isEvergreen(url: string): boolean {
  return EVERGREEN_HOSTS.has(URL.parse(url)?.hostname ?? "");
}
