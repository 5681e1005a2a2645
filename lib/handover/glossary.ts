/** Words of the trade in plain ones. `as` finds the term where the pack uses it; without it the term itself does. */
type Term = { term: string; as?: string; meaning: string };

const TERMS: readonly Term[] = [
  {
    term: "Attestation",
    as: "attest(?:ed|ation)s?",
    meaning: "A dated statement by a named person, where no machine can look.",
  },
  {
    term: "Audit run",
    as: "audit runs?|runs? \\d",
    meaning: "One look at the product by the machine, from outside, with a number and a date.",
  },
  {
    term: "Break-glass",
    as: "break-glass|other ways? in",
    meaning: "The other way into an account or system when the usual one is down.",
  },
  { term: "CAA", meaning: "A DNS record that names who may issue certificates for a domain." },
  {
    term: "Cache",
    as: "cach(?:e|es|ed|ing)",
    meaning: "A copy that is kept to answer faster; of private pages there must be none.",
  },
  {
    term: "Certificate",
    as: "certificates?",
    meaning: "The proof that a site is the one it says it is; it runs out and must be renewed.",
  },
  {
    term: "Cookie",
    as: "cookies?",
    meaning: "A small note that a site leaves in the browser, often what keeps somebody signed in.",
  },
  { term: "CORS", meaning: "The rules by which one web site may read from another through a visitor's browser." },
  {
    term: "CSP",
    as: "CSP|content security policy",
    meaning: "A list, sent with a page, of what the page may load and run.",
  },
  { term: "CWE", meaning: "A public catalogue of kinds of weakness in software, each with a number." },
  { term: "DDoS", meaning: "Flooding a service with requests until it answers nobody." },
  { term: "DKIM", meaning: "A signature on an e-mail that shows which domain sent it and that nobody changed it." },
  { term: "DMARC", meaning: "What a domain asks others to do with e-mail that falsely claims to come from it." },
  { term: "DNS", meaning: "The address book of the internet: it leads from a name to the machines behind it." },
  { term: "DNSSEC", meaning: "Signatures on answers of the DNS, so that nobody can forge them." },
  {
    term: "Edge",
    as: "edge",
    meaning: "The service in front of a product that takes visitors first and keeps attacks away.",
  },
  { term: "Evidence", meaning: "What was seen or stated, by whom or what, and when." },
  {
    term: "Header",
    as: "headers?",
    meaning: "Instructions that travel with a web page and that its visitor does not see.",
  },
  { term: "HSTS", meaning: "A site's word to browsers never to visit it without encryption." },
  { term: "HTTPS", meaning: "The web with encryption: nobody on the way can read or change what is sent." },
  {
    term: "Minimum bar",
    as: "minimum bar|gate",
    meaning: "The conditions that a product must meet before it may launch; also called the gate.",
  },
  { term: "MTA-STS", meaning: "A domain's word that e-mail to it must travel encrypted." },
  { term: "Origin", as: "origins?", meaning: "The product's own machines, behind the edge." },
  { term: "OWASP", meaning: "A public body that publishes what goes wrong most often in web applications." },
  { term: "ASVS", meaning: "A list of security requirements for web applications, published by OWASP." },
  { term: "p95", meaning: "The time within which 95 of 100 answers arrive." },
  { term: "Registrar", as: "registrars?", meaning: "The company through which a domain name is rented." },
  { term: "Risk", as: "risks?", meaning: "A fault with how likely it is to do harm and how much, from 1 to 5 each." },
  {
    term: "Roll back",
    as: "roll(?:s|ed|ing)? ?-?back",
    meaning: "To put an earlier version of the product back in place.",
  },
  {
    term: "Runbook",
    as: "runbooks?",
    meaning: "Written steps that a person can follow to do something, without asking anybody.",
  },
  {
    term: "Secret",
    as: "secrets?",
    meaning: "A password or key that opens something; it belongs in a safe place only.",
  },
  { term: "Signal", as: "signals?", meaning: "One of 19 early signs that a launch is going wrong." },
  { term: "SPF", meaning: "A domain's list of the machines that may send e-mail in its name." },
  { term: "TLS", meaning: "The encryption behind HTTPS." },
  {
    term: "Token",
    as: "tokens?",
    meaning: "A string that stands for a signed-in user or a program and opens what they may open.",
  },
];

const PATTERNS = TERMS.map(({ term, as }) => new RegExp(`\\b(?:${as ?? term})\\b`, as === undefined ? "" : "i"));

/** The terms that occur in the texts, by name. */
export function glossaryOf(texts: string): { term: string; meaning: string }[] {
  return TERMS.filter((_, index) => PATTERNS[index]?.test(texts))
    .map(({ term, meaning }) => ({ term, meaning }))
    .toSorted((a, b) => (a.term.toLowerCase() < b.term.toLowerCase() ? -1 : 1));
}
