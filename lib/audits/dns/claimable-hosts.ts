/** Services where anyone can register the name that a forgotten CNAME still points at. */
const CLAIMABLE_SUFFIXES = [
  "azurewebsites.net",
  "blob.core.windows.net",
  "cloudapp.azure.com",
  "cloudapp.net",
  "elasticbeanstalk.com",
  "fly.dev",
  "ghost.io",
  "github.io",
  "herokuapp.com",
  "herokudns.com",
  "myshopify.com",
  "netlify.app",
  "ngrok.io",
  "pages.dev",
  "readthedocs.io",
  "s3.amazonaws.com",
  "surge.sh",
  "trafficmanager.net",
  "vercel.app",
  "web.app",
  "zendesk.com",
] as const;

export function isClaimable(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, "");
  return CLAIMABLE_SUFFIXES.some((suffix) => name.endsWith(`.${suffix}`));
}
