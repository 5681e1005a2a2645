import { caa } from "./caa.ts";
import { danglingCname } from "./dangling-cname.ts";
import { nameservers } from "./nameservers.ts";
import { resolverAgreement } from "./resolver-agreement.ts";
import { resolves } from "./resolves.ts";

export const DNS_RULES = [resolves, resolverAgreement, nameservers, caa, danglingCname] as const;
