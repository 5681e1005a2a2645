import { HOST, MAIL_PROVIDER } from "../names.ts";
import { a, aaaa, caa, cname, dnskey, ds, ns, soa, without, type Zone } from "../zone.ts";
import type { Fault } from "./fault.ts";

const LOOPBACK = "127.0.0.1";

/** The zone as it was one change ago. */
const older = (zone: Zone): Zone => [soa(HOST, 0), ...without(zone, HOST, "SOA")];

export const DNS_FAULTS = [
  {
    name: "dns-no-address",
    title: "No address record",
    how: "The name exists, but has neither an A nor an AAAA record.",
    rules: ["dns/resolves", "edge/old-urls"],
    apply(settings) {
      settings.zone = without(settings.zone, HOST, "A");
    },
  },
  {
    name: "dns-dangling-cname",
    title: "Alias to a name that is gone",
    how: "The host is an alias of a hosting provider's name that no longer exists, so whoever claims that name gets the traffic.",
    rules: ["dns/resolves", "dns/dangling-cname", "dns/expected-target", "edge/old-urls"],
    apply(settings) {
      settings.zone = [...without(settings.zone, HOST, "A"), cname(HOST, "ops-copilot.old-hosting.test")];
    },
  },
  {
    name: "dns-resolvers-disagree",
    title: "Two resolvers, two addresses",
    how: "The second resolver still hands out the address of the old server.",
    rules: ["dns/resolver-agreement"],
    apply(settings) {
      settings.secondResolver = (zone) => [...without(zone, HOST, "A"), a(HOST, "127.0.0.2")];
    },
  },
  {
    name: "dns-missing-at-one-resolver",
    title: "One resolver does not know the name",
    how: "The second resolver answers that the domain does not exist.",
    rules: ["dns/resolver-agreement"],
    apply(settings) {
      settings.secondResolver = (zone) => zone.filter(({ name }) => name !== HOST && !name.endsWith(`.${HOST}`));
    },
  },
  {
    name: "dns-single-ns",
    title: "Only one name server",
    how: "The zone has a single NS record, so one outage takes the name down.",
    rules: ["dns/nameservers"],
    apply(settings) {
      settings.zone = [...without(settings.zone, HOST, "NS"), ns(HOST, `ns1.${HOST}`)];
    },
  },
  {
    name: "dns-no-ns",
    title: "No name servers listed",
    how: "The zone answers without any NS record.",
    rules: ["dns/nameservers"],
    apply(settings) {
      settings.zone = without(settings.zone, HOST, "NS");
    },
  },
  {
    name: "dns-caa-missing",
    title: "No CAA record",
    how: "No CAA record limits which authorities may issue certificates.",
    rules: ["dns/caa"],
    apply(settings) {
      settings.zone = without(settings.zone, HOST, "CAA");
    },
  },
  {
    name: "dns-caa-critical-unknown",
    title: "CAA record with an unknown critical property",
    how: "A CAA property that no authority understands is marked critical, so none may issue.",
    rules: ["dns/caa"],
    apply(settings) {
      settings.zone = [...settings.zone, caa(HOST, "futurepolicy", "strict", 128)];
    },
  },
  {
    name: "dns-caa-malformed",
    title: "CAA record that cannot be read",
    how: "The CAA record names an authority that is no domain, so every authority refuses.",
    rules: ["dns/caa", "edge/tls-renewal"],
    apply(settings) {
      settings.zone = [...without(settings.zone, HOST, "CAA"), caa(HOST, "issue", "letsencrypt org")];
    },
  },
  {
    name: "dns-caa-bad-account",
    title: "CAA record with a broken account",
    how: "The CAA record binds issuance to an account that is no address.",
    rules: ["dns/caa", "edge/tls-renewal"],
    apply(settings) {
      settings.zone = [...without(settings.zone, HOST, "CAA"), caa(HOST, "issue", "letsencrypt.org; accounturi=12345")];
    },
  },
  {
    name: "dns-caa-forbidden",
    title: "CAA record that forbids everybody",
    how: "The CAA record lets no authority issue, so the next renewal is refused.",
    rules: ["dns/caa", "edge/tls-renewal"],
    apply(settings) {
      settings.zone = [...without(settings.zone, HOST, "CAA"), caa(HOST, "issue", ";")];
    },
  },
  {
    name: "dns-caa-no-issuer",
    title: "CAA record that names nobody",
    how: "The CAA records only say where to report to.",
    rules: ["dns/caa"],
    apply(settings) {
      settings.zone = [...without(settings.zone, HOST, "CAA"), caa(HOST, "iodef", `mailto:security@${HOST}`)];
    },
  },
  {
    name: "dns-caa-bad-report",
    title: "CAA reports that go nowhere",
    how: "The CAA record asks for reports to something that is no address.",
    rules: ["dns/caa"],
    apply(settings) {
      settings.zone = [
        ...without(settings.zone, HOST, "CAA"),
        caa(HOST, "issue", "letsencrypt.org"),
        caa(HOST, "iodef", `security@${HOST}`),
      ];
    },
  },
  {
    name: "dns-wrong-target",
    title: "Name that leads to the old place",
    how: "The team says that the host must lead to another address than it does.",
    rules: ["dns/expected-target"],
    apply(settings) {
      settings.notes = { ...settings.notes, expects: ["192.0.2.10"] };
    },
  },
  {
    name: "dns-extra-address",
    title: "One address too many",
    how: "Besides the expected address, the host leads to one that nobody knows of.",
    rules: ["dns/expected-target"],
    apply(settings) {
      settings.zone = [...settings.zone, a(HOST, "127.0.0.2")];
    },
  },
  {
    name: "dns-stale-server",
    title: "One server with the old zone",
    how: "The second authoritative server still has the version before, with the old address.",
    rules: ["dns/authoritative-agreement", "dns/nameserver-health"],
    apply(settings) {
      const old = (zone: Zone) => [...without(older(zone), HOST, "A"), a(HOST, "127.0.0.2")];
      settings.authoritative = [(zone) => zone, old];
    },
  },
  {
    name: "dns-serial-behind",
    title: "One server a version behind",
    how: "The second authoritative server has an older serial, though nothing about the host has changed.",
    rules: ["dns/nameserver-health"],
    apply(settings) {
      settings.authoritative = [(zone) => zone, older];
    },
  },
  {
    name: "dns-lame-server",
    title: "Listed server that knows nothing",
    how: "The second of the listed name servers refuses every question about the zone.",
    rules: ["dns/nameserver-health"],
    apply(settings) {
      settings.authoritative = [(zone) => zone, () => null];
    },
  },
  {
    name: "dns-silent-server",
    title: "Listed server that is gone",
    how: "A third name server is listed at an address where nothing answers.",
    rules: ["dns/nameserver-health"],
    apply(settings) {
      settings.zone = [...settings.zone, ns(HOST, `ns3.${HOST}`), a(`ns3.${HOST}`, "127.66.66.66")];
    },
  },
  {
    name: "dns-server-without-address",
    title: "Listed server without an address",
    how: "A third name server is listed whose name has no address.",
    rules: ["dns/nameserver-health"],
    apply(settings) {
      settings.zone = [...settings.zone, ns(HOST, `ns3.${HOST}`)];
    },
  },
  {
    name: "dns-resolvers-behind",
    title: "Resolvers that know another address",
    how: "Both authoritative servers publish an address that no resolver gives.",
    rules: ["dns/authoritative-agreement"],
    apply(settings) {
      const moved = (zone: Zone) => [...without(zone, HOST, "A"), a(HOST, "127.0.0.2")];
      settings.authoritative = [moved, moved];
    },
  },
  {
    name: "dns-delegation-changed",
    title: "Delegation and zone disagree",
    how: "The authoritative servers list other name servers than the resolvers know.",
    rules: ["dns/authoritative-agreement"],
    apply(settings) {
      const moved = (zone: Zone) => [
        ...without(zone, HOST, "NS"),
        ns(HOST, "ns1.other-provider.test"),
        ns(HOST, "ns2.other-provider.test"),
      ];
      settings.authoritative = [moved, moved];
    },
  },
  {
    name: "dnssec-bogus",
    title: "Signatures that are wrong",
    how: "The zone's signatures do not match its keys, so resolvers that validate refuse every name in it.",
    rules: ["dns/dnssec"],
    apply(settings) {
      settings.dnssec = { ...settings.dnssec, isBogus: true };
    },
  },
  {
    name: "dnssec-expiring",
    title: "Signatures that run out",
    how: "The zone was not signed anew in time: its signatures hold for one more day.",
    rules: ["dns/dnssec"],
    apply(settings) {
      settings.dnssec = { ...settings.dnssec, daysLeft: 1 };
    },
  },
  {
    name: "dnssec-not-linked",
    title: "Signed, but without DS",
    how: "The zone is signed, but the record at its parent that makes resolvers look is missing.",
    rules: ["dns/dnssec"],
    apply(settings) {
      settings.zone = without(settings.zone, HOST, "DS");
    },
  },
  {
    name: "dnssec-wrong-ds",
    title: "DS of another key",
    how: "The parent vouches for a key that the zone does not have, as after a half-done change of providers.",
    rules: ["dns/dnssec"],
    apply(settings) {
      settings.zone = [...without(settings.zone, HOST, "DS"), ds(HOST, 8)];
    },
  },
  {
    name: "dnssec-sha1",
    title: "Signed with RSASHA1",
    how: "The zone is signed with algorithm 5, which is no longer allowed.",
    rules: ["dns/dnssec"],
    apply(settings) {
      settings.dnssec = { ...settings.dnssec, algorithm: 5 };
      settings.zone = [...without(without(settings.zone, HOST, "DNSKEY"), HOST, "DS"), dnskey(HOST, 5), ds(HOST, 5)];
    },
  },
  {
    name: "dns-wildcard",
    title: "Every name exists",
    how: "A wildcard record makes every name under the domain lead to the product.",
    rules: ["dns/wildcard"],
    apply(settings) {
      settings.zone = [...settings.zone, a(`*.${HOST}`, LOOPBACK)];
    },
  },
  {
    name: "dns-takeover-dangling",
    title: "Forgotten alias of a subdomain",
    how: "A subdomain is an alias of a name that no longer exists.",
    rules: ["dns/takeover"],
    apply(settings) {
      settings.zone = [...settings.zone, cname(`docs.${HOST}`, "ops-copilot.old-docs.test")];
    },
  },
  {
    name: "dns-takeover-claimable",
    title: "Subdomain that anyone can claim",
    how: "A subdomain is an alias of a name that is free to register at its hosting service.",
    rules: ["dns/takeover"],
    apply(settings) {
      settings.zone = [...settings.zone, cname(`status.${HOST}`, "ops-copilot.github.io")];
    },
  },
  {
    name: "dns-subdomain-without-address",
    title: "Subdomain that leads to no address",
    how: "A subdomain is an alias of a name that exists but has no address.",
    rules: ["dns/takeover"],
    apply(settings) {
      settings.zone = [...settings.zone, cname(`blog.${HOST}`, MAIL_PROVIDER)];
    },
  },
  {
    name: "dns-aaaa-broken",
    title: "IPv6 question that fails",
    how: "The servers answer the question for IPv6 addresses with an error.",
    rules: ["dns/aaaa-parity"],
    apply(settings) {
      settings.answerWith = ({ name, type }) => (name === HOST && type === "AAAA" ? "SERVFAIL" : null);
    },
  },
  {
    name: "dns-aaaa-denied",
    title: "IPv6 question that hides the name",
    how: "Asked for IPv6 addresses, the servers say that the name does not exist.",
    rules: ["dns/aaaa-parity"],
    apply(settings) {
      settings.answerWith = ({ name, type }) => (name === HOST && type === "AAAA" ? "NXDOMAIN" : null);
    },
  },
  {
    name: "dns-aaaa-missing",
    title: "IPv6 address missing",
    how: "The team expects an IPv6 address that is not published.",
    rules: ["dns/aaaa-parity"],
    apply(settings) {
      settings.notes = { ...settings.notes, expects: [LOOPBACK, "::1"] };
    },
  },
  {
    name: "dns-ipv6-only",
    title: "Only an IPv6 address",
    how: "The host has no IPv4 address left, and its IPv6 address is not public.",
    rules: ["dns/resolves", "dns/expected-target", "dns/aaaa-parity"],
    apply(settings) {
      settings.zone = [...without(settings.zone, HOST, "A"), aaaa(HOST, "::1")];
    },
  },
  {
    name: "dns-ttl-long",
    title: "Records kept for two days",
    how: "The address record may be kept for two days, so a change takes as long to arrive.",
    rules: ["dns/ttl"],
    apply(settings) {
      settings.zone = [...without(settings.zone, HOST, "A"), a(HOST, LOOPBACK, 172_800)];
    },
  },
  {
    name: "dns-ttl-zero",
    title: "Records that are never kept",
    how: "The address record has a TTL of zero.",
    rules: ["dns/ttl"],
    apply(settings) {
      settings.zone = [...without(settings.zone, HOST, "A"), a(HOST, LOOPBACK, 0)];
    },
  },
] as const satisfies readonly Fault[];
