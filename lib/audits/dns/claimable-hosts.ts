/**
 * Services where anyone can register the name that a forgotten CNAME still points at, once it is gone. Gathered from the
 * "vulnerable" and "edge case" rows of github.com/EdOverflow/can-i-take-over-xyz, Microsoft's page "Prevent dangling DNS
 * entries and avoid subdomain takeover", and the services' own pages on custom domains.
 */
const CLAIMABLE_SUFFIXES = [
  "agilecrm.com",
  "airee.ru",
  "amplifyapp.com",
  "animaapp.io",
  "azure-api.net",
  "azurecontainer.io",
  "azurecr.io",
  "azuredatalakestore.net",
  "azureedge.net",
  "azurefd.net",
  "azurehdinsight.net",
  "azurestaticapps.net",
  "azurewebsites.net",
  "bitbucket.io",
  "blob.core.windows.net",
  "canny.io",
  "cloudapp.azure.com",
  "cloudapp.net",
  "createsend.com",
  "database.windows.net",
  "elasticbeanstalk.com",
  "firebaseapp.com",
  "fly.dev",
  "furyns.com",
  "getresponse.com",
  "ghost.io",
  "github.io",
  "gitlab.io",
  "hatenablog.com",
  "helpjuice.com",
  "helpscoutdocs.com",
  "herokuapp.com",
  "herokudns.com",
  "launchrock.com",
  "myshopify.com",
  "netlify.app",
  "ngrok.io",
  "onrender.com",
  "pages.dev",
  "pantheonsite.io",
  "pingdom.com",
  "readme.io",
  "readthedocs.io",
  "redis.cache.windows.net",
  "s3.amazonaws.com",
  "search.windows.net",
  "service.core.windows.net",
  "servicebus.windows.net",
  "short.io",
  "strikingly.com",
  "strikinglydns.com",
  "surge.sh",
  "surveysparrow.com",
  "trafficmanager.net",
  "uberflip.com",
  "up.railway.app",
  "uptimerobot.com",
  "vercel.app",
  "visualstudio.com",
  "web.app",
  "webflow.io",
  "wordpress.com",
  "worksites.net",
  "zendesk.com",
] as const;

/** Amazon S3 has a host for each region, `bucket.s3-website.eu-west-1.amazonaws.com` among them. */
const S3_HOST = /\.s3[.-](?:[a-z0-9-]{1,40}\.)?(?:[a-z0-9-]{1,40}\.)?amazonaws\.com$/;

export function isClaimable(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, "");
  return CLAIMABLE_SUFFIXES.some((suffix) => name.endsWith(`.${suffix}`)) || S3_HOST.test(name);
}
