import { aaaaParity } from "./aaaa-parity.ts";
import { authoritativeAgreement } from "./authoritative-agreement.ts";
import { caa } from "./caa.ts";
import { danglingCname } from "./dangling-cname.ts";
import { dnssec } from "./dnssec.ts";
import { expectedTarget } from "./expected-target.ts";
import { nameserverHealth } from "./nameserver-health.ts";
import { nameservers } from "./nameservers.ts";
import { resolverAgreement } from "./resolver-agreement.ts";
import { resolves } from "./resolves.ts";
import { takeover } from "./takeover.ts";
import { ttl } from "./ttl.ts";
import { wildcard } from "./wildcard.ts";

export const DNS_RULES = [
  resolves,
  expectedTarget,
  resolverAgreement,
  authoritativeAgreement,
  nameservers,
  nameserverHealth,
  dnssec,
  caa,
  aaaaParity,
  ttl,
  danglingCname,
  takeover,
  wildcard,
] as const;
