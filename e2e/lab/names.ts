/** The product in the lab: its registrable domain, which is also the host of its canonical origin. */
export const HOST = "ops-copilot.test";
export const WWW = `www.${HOST}`;
/** Where the product's mail provider lives in the lab's DNS. */
export const MAIL_PROVIDER = "mail-provider.test";
/** Host names of the listeners in hostile.ts. */
export const HOSTILE_HOSTS = ["silent", "flood", "garbage"].map((label) => `${label}.${HOST}`);
