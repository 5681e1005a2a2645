/** A service that sends or receives mail for others, how its customers' records show it, and its usual DKIM selectors. */
export type MailProvider = {
  name: string;
  /** Suffixes of MX hosts. */
  mx: readonly string[];
  /** Suffixes of names in SPF includes. */
  spf: readonly string[];
  /** What its customers include; null where it depends on the customer. */
  include: string | null;
  selectors: readonly string[];
};

/** What each service usually has its customers publish. Selectors that differ by customer cannot be guessed, so they are left out. */
const MAIL_PROVIDERS: readonly MailProvider[] = [
  {
    name: "Google Workspace",
    mx: ["google.com", "googlemail.com"],
    spf: ["_spf.google.com"],
    include: "_spf.google.com",
    selectors: ["google"],
  },
  {
    name: "Microsoft 365",
    mx: ["mail.protection.outlook.com", "mx.microsoft"],
    spf: ["spf.protection.outlook.com"],
    include: "spf.protection.outlook.com",
    selectors: ["selector1", "selector2"],
  },
  { name: "Amazon SES", mx: ["amazonaws.com"], spf: ["amazonses.com"], include: "amazonses.com", selectors: [] },
  { name: "SendGrid", mx: ["sendgrid.net"], spf: ["sendgrid.net"], include: "sendgrid.net", selectors: ["s1", "s2"] },
  {
    name: "Mailgun",
    mx: ["mailgun.org"],
    spf: ["mailgun.org"],
    include: "mailgun.org",
    selectors: ["mailo", "k1", "pic", "smtp", "mx"],
  },
  { name: "Postmark", mx: ["inbound.postmarkapp.com"], spf: ["spf.mtasv.net"], include: null, selectors: ["pm"] },
  {
    name: "Mailchimp",
    mx: [],
    spf: ["servers.mcsv.net", "spf.mandrillapp.com"],
    include: null,
    selectors: ["k1", "k2", "k3", "mte1", "mte2", "mandrill"],
  },
  {
    name: "Zoho",
    mx: ["zoho.com", "zoho.eu", "zoho.in", "zoho.com.au"],
    spf: ["zoho.com", "zohomail.com", "zoho.eu", "zohomail.eu", "zoho.in"],
    include: "zohomail.com",
    selectors: ["zoho", "zmail"],
  },
  {
    name: "Fastmail",
    mx: ["messagingengine.com"],
    spf: ["spf.messagingengine.com"],
    include: "spf.messagingengine.com",
    selectors: ["fm1", "fm2", "fm3", "mesmtp"],
  },
  {
    name: "Proton Mail",
    mx: ["protonmail.ch"],
    spf: ["_spf.protonmail.ch"],
    include: "_spf.protonmail.ch",
    selectors: ["protonmail", "protonmail2", "protonmail3"],
  },
  {
    name: "Brevo",
    mx: [],
    spf: ["spf.sendinblue.com", "spf.brevo.com"],
    include: null,
    selectors: ["brevo1", "brevo2", "mail"],
  },
  { name: "SparkPost", mx: [], spf: ["sparkpostmail.com"], include: "sparkpostmail.com", selectors: [] },
  {
    name: "Zendesk",
    mx: [],
    spf: ["mail.zendesk.com"],
    include: "mail.zendesk.com",
    selectors: ["zendesk1", "zendesk2"],
  },
  { name: "HubSpot", mx: [], spf: ["hubspotemail.net"], include: null, selectors: [] },
  { name: "Mimecast", mx: ["mimecast.com"], spf: ["_netblocks.mimecast.com"], include: null, selectors: [] },
  {
    name: "iCloud Mail",
    mx: ["mail.icloud.com"],
    spf: ["icloud.com"],
    include: "icloud.com",
    selectors: ["sig1"],
  },
  { name: "Mailjet", mx: [], spf: ["spf.mailjet.com"], include: "spf.mailjet.com", selectors: ["mailjet"] },
  {
    name: "Gandi",
    mx: ["mail.gandi.net"],
    spf: ["_mailcust.gandi.net"],
    include: "_mailcust.gandi.net",
    selectors: ["gm1", "gm2", "gm3"],
  },
  {
    name: "Migadu",
    mx: ["migadu.com"],
    spf: ["spf.migadu.com"],
    include: "spf.migadu.com",
    selectors: ["key1", "key2", "key3"],
  },
];

/** Selectors that many servers use out of the box. */
export const COMMON_SELECTORS = [
  "default",
  "dkim",
  "mail",
  "s1",
  "s2",
  "k1",
  "selector1",
  "google",
  "resend",
  "email",
] as const;

const isBelow = (name: string, suffix: string) => name === suffix || name.endsWith(`.${suffix}`);

/** The services that a domain's MX hosts and SPF includes belong to. */
export function providersOf(mxHosts: readonly string[], spfNames: readonly string[]): MailProvider[] {
  const [hosts, names] = [mxHosts, spfNames].map((list) => list.map((name) => name.toLowerCase()));
  return MAIL_PROVIDERS.filter(
    ({ mx, spf }) =>
      mx.some((suffix) => hosts?.some((host) => isBelow(host, suffix))) ||
      spf.some((suffix) => names?.some((name) => isBelow(name, suffix))),
  );
}
