/** The product in the lab: its registrable domain, which is also the host of its canonical origin. */
export const HOST = "ops-copilot.test";
export const WWW = `www.${HOST}`;
/** The name that the product had before, which leads on to the canonical origin. */
export const ALIAS = "old-copilot.test";
/** Where the product's mail provider lives in the lab's DNS. */
export const MAIL_PROVIDER = "mail-provider.test";
/** Where the product's MTA-STS policy is read from (RFC 8461 §3.3). */
export const MTA_STS = `mta-sts.${HOST}`;
/** Where the lab's certificate authority has its own certificates to fetch. */
export const AUTHORITY = "lab-authority.test";
/** The domains of which only the lab's resolvers know. */
export const ZONES = [HOST, ALIAS, MAIL_PROVIDER, AUTHORITY];
/** Host names of the listeners in hostile.ts. */
export const HOSTILE_HOSTS = ["silent", "flood", "garbage"].map((label) => `${label}.${HOST}`);
