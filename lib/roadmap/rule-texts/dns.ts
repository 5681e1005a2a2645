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
      "existence-differs": "Some resolvers say that {host} exists, others that it does not.",
      "nameservers-differ":
        "Resolvers name different nameservers for {domain}: a delegation is changing or was left half done.",
      "addresses-differ":
        "Resolvers lead to wholly different addresses for {host}: a change on its way, answers by location, or an old copy.",
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
} as const satisfies TextsOf<typeof DNS_RULES>;
