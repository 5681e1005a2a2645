import type { DNS_RULES } from "#lib/audits/dns/rules.ts";
import { rfc } from "../references.ts";
import type { TextsOf } from "./text-of.ts";

export const DNS_TEXTS = {
  "dns/resolves": {
    title: "The name leads to an address",
    why: "A name without an address opens nothing: visitors see their browser's error page, whatever runs behind it.",
    fix: "At the DNS provider, add the record your host names: `app  300  IN  A  192.0.2.10`, or `app  300  IN  CNAME  your-app.provider.example.`. For IPv6 add AAAA with the same content on the server.",
    references: [rfc(1035, "Domain Names: Implementation and Specification")],
    outcomes: {
      ok: "{host} leads to {addresses}.",
      nxdomain: "{host} does not exist in DNS (NXDOMAIN).",
      private: "{host} leads only to addresses that are not public, so nobody outside can open it.",
      "no-address": "{host} exists in DNS but has neither an A nor an AAAA record.",
      unanswered: "No resolver gave an answer about the addresses of {host}.",
    },
  },
  "dns/resolver-agreement": {
    title: "All resolvers give the same answer",
    why: "When resolvers disagree, some visitors reach an old server or nothing at all, and no one machine can see it.",
    fix: "Compare the zone at every nameserver: `dig @ns1.provider.example app.example.com`. Remove nameservers that serve an old copy, then wait for the old record's TTL to pass. After a move of providers, change the delegation at the registrar too.",
    references: [rfc(1034, "Domain Names: Concepts and Facilities"), rfc(2308, "Negative Caching of DNS Queries")],
    outcomes: {
      ok: "All resolvers that answered agree about {host}.",
      spread: "Resolvers lead to different addresses for {host}, all of them an edge's or ones that the team expects.",
      "existence-differs": "Some resolvers say that {host} exists, others that it does not.",
      "nameservers-differ":
        "Resolvers name different nameservers for {domain}: a delegation is changing or was left half done.",
      "addresses-differ":
        "Resolvers lead to wholly different addresses for {host}: a change on its way, an old copy, or answers by location. If they are meant, name them all as the host's expected targets.",
      "one-resolver": "Only one resolver was asked, so there is nothing to compare.",
      unanswered: "Fewer than two resolvers answered about {host}, so there is nothing to compare.",
    },
  },
  "dns/nameservers": {
    title: "The zone has at least two nameservers",
    why: "A zone with one nameserver is gone, site and mail together, when that one machine or network is.",
    fix: "Use a DNS provider that serves the zone from several networks, and enter all of its nameservers at the registrar: `example.com.  NS  ns1.provider.example.` and `example.com.  NS  ns2.provider.example.`.",
    references: [rfc(2182, "Selection and Operation of Secondary DNS Servers")],
    outcomes: {
      ok: "{domain} has {count} nameservers: {names}.",
      single: "{domain} has a single nameserver, {names}: when it is down, so are site and mail.",
      missing: "No nameserver is published for {domain}.",
      "no-domain": "{domain} does not exist in DNS (NXDOMAIN), so there was nothing to look at.",
      unanswered: "No resolver gave an answer about the nameservers of {domain}.",
    },
  },
  "dns/caa": {
    title: "CAA says who may issue certificates",
    why: "Without CAA, each of the many public authorities may issue a certificate for the name to whoever fools it. A broken CAA record does the reverse: the next renewal is refused.",
    fix: 'Name the authority that you use, and only that one: `example.com.  CAA  0 issue "letsencrypt.org"`. Add `example.com.  CAA  0 issuewild ";"` if you need no wildcards, and `0 iodef "mailto:security@example.com"` to hear of refusals.',
    references: [
      rfc(8659, "DNS Certification Authority Authorization"),
      rfc(8657, "CAA: Account URI and Method Binding"),
    ],
    cwe: "CWE-295",
    outcomes: {
      ok: "Only {issuers} may issue certificates for {host} (CAA at {name}).",
      missing: "No CAA record restricts who may issue certificates for {host}.",
      "no-issuer": "The CAA record at {name} does not say who may issue: any authority may.",
      forbidden: "The CAA record at {name} forbids every authority to issue: the next renewal will be refused.",
      "bad-report": "The CAA record at {name} asks for reports to {value}, which is neither a mail nor a web address.",
      malformed: "A CAA record at {name} cannot be read, so authorities will refuse to issue: {record}",
      "unknown-critical":
        'The CAA record at {name} marks the unknown property "{tag}" as critical: every authority must refuse to issue.',
      "no-domain": "{domain} does not exist in DNS (NXDOMAIN), so there was nothing to look at.",
      unanswered:
        "The question about CAA for {host} was not answered at every level; an authority would refuse to issue.",
    },
  },
  "dns/dangling-cname": {
    title: "No CNAME points into the void",
    why: "A CNAME left behind by a service you no longer use can be claimed by a stranger, who then serves their pages, and reads your cookies, under your name.",
    fix: "Delete the CNAME at the DNS provider, or create the service again under the name that it points to. From now on, delete DNS records before the service that they point to.",
    references: [
      {
        label: "OWASP Web Security Testing Guide: Subdomain Takeover",
        url: "https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/10-Test_for_Subdomain_Takeover",
      },
    ],
    owasp: "API9:2023",
    outcomes: {
      ok: "{host} is an alias of {cname}, which has an address.",
      "no-cname": "{host} is not an alias of another name.",
      "no-address": "{host} is an alias of {cname}, which has no address.",
      dangling: "{host} is an alias of {cname}, which does not exist.",
      claimable: "{host} is an alias of {cname}, which does not exist and which anyone can register.",
      unanswered: "No resolver said where the alias of {host} leads, if there is one.",
    },
  },
  "dns/expected-target": {
    title: "The name leads where the team says",
    why: "After a move, a record that still points to the old place shows visitors an old version, or somebody else's page, and nobody inside notices.",
    fix: "Change the record at the DNS provider to the target of your deployment: `app.example.com.  300  IN  A  192.0.2.10`, or `CNAME  your-app.provider.example.`. If the deployment moved on purpose, change the expected target of the host here instead.",
    references: [rfc(1034, "Domain Names: Concepts and Facilities")],
    outcomes: {
      ok: "{host} leads to {seen}, as expected.",
      elsewhere: "{host} leads to {seen}, but the team expects {expected}.",
      partly: "{host} leads to {others} besides the expected {expected}: a part of the visitors ends up elsewhere.",
      "nobody-said": "Nobody has said where {host} must lead, so there is nothing to compare.",
      "no-records": "{host} leads nowhere, so there is nothing to compare with the expected {expected}.",
      unanswered: "No resolver said where {host} leads.",
    },
  },
  "dns/authoritative-agreement": {
    title: "The zone's own servers and the resolvers agree",
    why: "When one of the zone's servers serves other records than the rest, each visitor gets one or the other by chance, and a fix that you made seems to come and go.",
    fix: "Ask each server in turn: `dig +norecurse @ns1.provider.example app.example.com A`. Bring the one that differs up to date (transfer the zone again, or remove it at the registrar). If only the resolvers differ, the change is recent and their copies run out with the TTL, or somebody between answers in the zone's place.",
    references: [rfc(1034, "Domain Names: Concepts and Facilities"), rfc(1912, "Common DNS Operational Errors")],
    outcomes: {
      ok: "All {count} servers of {zone} that answered, and the resolvers, agree about {host}.",
      spread:
        "The answers about {host} differ by place, and all addresses are an edge's or ones that the team expects.",
      varies:
        "The servers of {zone}, all with the same version of it, give different {type} records for {host}: answers by place or by turn. If they are meant, name them all as the host's expected targets.",
      "servers-differ": "The servers of {zone} give different {type} records for {host}.",
      "resolvers-differ": "No resolver gives the {type} records of {host} that the servers of {zone} publish.",
      "nameservers-differ": "The servers of {zone} list other nameservers than the resolvers know.",
      "not-asked": "The servers of {zone} were not asked: {reason}",
      unanswered: "No server of {zone} gave an answer about {host}.",
    },
  },
  "dns/nameserver-health": {
    title: "Every nameserver answers for the zone",
    why: "A nameserver that is listed but does not answer costs each visitor seconds whenever it is picked; one that was given up can be taken over by a stranger.",
    fix: "Remove at the registrar every NS that no longer serves the zone, or set the zone up there again. Servers whose serials differ for more than some minutes do not get the changes: check the transfer (`dig @ns2.provider.example example.com SOA`).",
    references: [
      rfc(1912, "Common DNS Operational Errors"),
      rfc(2182, "Selection and Operation of Secondary DNS Servers"),
    ],
    outcomes: {
      ok: "All {count} nameservers answer for {zone} with the same version of it.",
      lame: "{names} is listed as a nameserver of {zone} but does not answer for it.",
      "no-address": "{names} is listed as a nameserver of {zone} but has no address.",
      unreachable: "{names} is listed as a nameserver of {zone} but did not answer from here.",
      "serials-differ": "The nameservers of {zone} serve different versions of it (serials {serials}).",
      "not-asked": "The nameservers of {zone} were not asked: {reason}",
      intercepted:
        "Whichever nameserver of {zone} is asked, something without authority answers: the network here answers for them.",
      unanswered: "No nameserver of {zone} could be asked from here.",
    },
  },
  "dns/dnssec": {
    title: "DNSSEC is whole, or off",
    why: "A zone with broken signatures does not exist for the many visitors whose resolvers validate: site and mail are gone for them at once. Without DNSSEC, answers can be forged on the way.",
    fix: "Where signatures are wrong or run out, sign the zone again, or remove the DS record at the registrar until that is done: the zone is then unsigned but there. To switch DNSSEC on, turn it on at the DNS provider and enter the DS record that it shows at the registrar: `example.com.  IN  DS  12345 13 2 49FD46E6…`. Use algorithm 13 (ECDSA P-256).",
    references: [
      rfc(4033, "DNS Security Introduction and Requirements"),
      rfc(8624, "Algorithm Implementation Requirements and Usage Guidance for DNSSEC"),
    ],
    cwe: "CWE-345",
    outcomes: {
      ok: "{zone} is signed, and resolvers validate it.",
      insecure: "{zone} is not signed with DNSSEC.",
      bogus: "The DNSSEC signatures of {zone} are wrong: resolvers that validate refuse the whole zone.",
      "ds-mismatch":
        "The DS record at the parent of {zone} belongs to none of its keys: resolvers that validate refuse the whole zone.",
      expired: "A DNSSEC signature of {zone} expired on {expires}: resolvers that validate refuse it.",
      expiring: "A DNSSEC signature of {zone} expires on {expires} and should have been renewed by now.",
      "weak-algorithm": "{zone} is signed with DNSSEC algorithm {algorithm}, which must not be used any more.",
      "not-linked": "{zone} is signed, but its parent has no DS record, so nobody checks the signatures.",
      "not-validated": "{zone} is signed, but none of the resolvers that were asked validates.",
      unanswered: "No resolver said whether {zone} is signed.",
    },
  },
  "dns/aaaa-parity": {
    title: "IPv6 is there or cleanly absent",
    why: "Browsers ask for IPv4 and IPv6 at once. A server that fails the one question slows every visit down or hides the name; a host on IPv6 alone is out of reach for many.",
    fix: "Publish A and AAAA together: `app.example.com.  300  IN  A  192.0.2.10` and `app.example.com.  300  IN  AAAA  2001:db8::10`. A server without IPv6 must answer the AAAA question with no records and NOERROR, not with an error or NXDOMAIN.",
    references: [rfc(4074, "Common Misbehavior Against DNS Queries for IPv6 Addresses"), rfc(8305, "Happy Eyeballs")],
    outcomes: {
      ok: "{host} has addresses of both families.",
      "ipv4-only": "{host} has IPv4 addresses only, and nobody expects IPv6 of it.",
      "ipv6-only": "{host} has IPv6 addresses only: visitors without IPv6 cannot open it.",
      missing: "{host} has no AAAA record, but the team expects {expected}.",
      broken: "The question for the IPv6 addresses of {host} is answered with an error, or not at all.",
      denied: "Asked for IPv6 addresses, the servers say that {host} does not exist, although it has IPv4 ones.",
      "no-address": "{host} has no address of either family.",
      unanswered: "No resolver gave an answer about the addresses of {host}.",
    },
  },
  "dns/ttl": {
    title: "Records can be changed within a day",
    why: "The TTL is how long the world keeps an old address after you change it, in an outage as well. At zero, every visit waits for the DNS first.",
    fix: "Set a TTL between 300 and 3600 seconds on the host's records: `app.example.com.  300  IN  A  192.0.2.10`. Lower a long one at least its own length before a planned move.",
    references: [rfc(1034, "Domain Names: Concepts and Facilities"), rfc(1912, "Common DNS Operational Errors")],
    outcomes: {
      ok: "The records of {host} are kept for {seconds} seconds at most.",
      "too-long": "Records of {host} are kept for {seconds} seconds: a change takes more than a day to arrive.",
      zero: "A record of {host} has a TTL of 0, so it is asked for anew at every visit.",
      "no-records": "{host} has no address record that could have a TTL.",
      unanswered: "Nobody told how long the records of {host} may be kept.",
    },
  },
  "dns/takeover": {
    title: "No forgotten subdomain can be taken over",
    why: "A subdomain that still points to a service you left can be claimed there by anyone, who then serves pages and reads cookies under your name.",
    fix: "Delete the CNAME at the DNS provider, or create the service again under the name that it points to. From now on, delete DNS records before the service that they point to.",
    references: [
      {
        label: "OWASP Web Security Testing Guide: Subdomain Takeover",
        url: "https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/10-Test_for_Subdomain_Takeover",
      },
    ],
    owasp: "API9:2023",
    outcomes: {
      ok: "None of the usual subdomains of {domain} points to a name that is gone ({count} of them exist).",
      "no-address": "{name} is an alias of {cname}, which has no address.",
      dangling: "{name} is an alias of {cname}, which does not exist.",
      claimable: "{name} is an alias of {cname}, which does not exist and which anyone can register.",
      unanswered: "No resolver gave an answer about {names}.",
    },
  },
  "dns/wildcard": {
    title: "Names that nobody made do not exist",
    why: "With a wildcard record every made-up subdomain leads somewhere: typing errors look like pages of yours, cookies and certificates reach further than you mean, and forgotten names stay hidden.",
    fix: "Replace `*.example.com` by a record for each name that you use. If customers get names of their own (`customer.app.example.com`), put the wildcard below a label of its own rather than below the domain.",
    references: [rfc(4592, "The Role of Wildcards in the Domain Name System")],
    outcomes: {
      ok: "Names under {domain} that nobody published do not exist.",
      wildcard: "Any name under {domain} exists, even {name}: there is a wildcard record ({types}).",
      unanswered: "No resolver gave an answer about a made-up name under {domain}.",
    },
  },
} as const satisfies TextsOf<typeof DNS_RULES>;
