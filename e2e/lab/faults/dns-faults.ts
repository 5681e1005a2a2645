import { HOST } from "../names.ts";
import { a, caa, cname, ns, without } from "../zone.ts";
import type { Fault } from "./fault.ts";

export const DNS_FAULTS = [
  {
    name: "dns-no-address",
    title: "No address record",
    how: "The name exists, but has neither an A nor an AAAA record.",
    rules: ["dns/resolves"],
    apply(settings) {
      settings.zone = without(settings.zone, HOST, "A");
    },
  },
  {
    name: "dns-dangling-cname",
    title: "Alias to a name that is gone",
    how: "The host is an alias of a hosting provider's name that no longer exists, so whoever claims that name gets the traffic.",
    rules: ["dns/resolves", "dns/dangling-cname"],
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
] as const satisfies readonly Fault[];
