import { isQueryable, isSameOrBelow } from "./dns-name.ts";
import { hostOf, networkOf, type SpfTerm } from "./spf.ts";
import { askFor, SPF_NAMES_MAX, SpfError, type SpfSession, spendLookup, spendVoid } from "./spf-session.ts";
import type { SpfSteps } from "./spf-steps.ts";
import { targetName, validatedNames } from "./spf-target.ts";

type Matcher = (term: SpfTerm, domain: string, session: SpfSession) => boolean | SpfSteps<boolean>;
export type Mechanism = Exclude<SpfTerm["mechanism"], "include">;

/** Whether a mechanism matches the client (RFC 7208 §5). `include` is not here, since it evaluates another record. */
export const MATCHES: Record<Mechanism, Matcher> = {
  all: () => true,
  ip4: matchNetwork,
  ip6: matchNetwork,
  *a(term, domain, session) {
    spendLookup(session);
    const { spec, ...bits } = hostOf(term.value);
    const name = yield* targetName(spec, domain, session);
    const addresses = yield* addressesOf(name, session);
    if (addresses?.length === 0) spendVoid(session);
    return isAmong(addresses ?? [], bits, session);
  },
  *mx(term, domain, session) {
    spendLookup(session);
    const { spec, ...bits } = hostOf(term.value);
    const name = yield* targetName(spec, domain, session);
    if (!isQueryable(name)) return false;
    const hosts = (yield* askFor(name, "MX")).map((record) => record.replace(/^\d+ /, "").replace(/\.$/, ""));
    if (hosts.length === 0) spendVoid(session);
    if (hosts.length > SPF_NAMES_MAX) throw new SpfError("permerror", `more than ${SPF_NAMES_MAX} MX of ${name}`);
    for (const host of hosts) {
      const addresses = yield* addressesOf(host, session);
      if (isAmong(addresses ?? [], bits, session)) return true;
    }
    return false;
  },
  *exists(term, domain, session) {
    spendLookup(session);
    const name = yield* targetName(term.value.slice(1), domain, session);
    if (!isQueryable(name)) return false;
    const found = (yield* askFor(name, "A")).length > 0;
    if (!found) spendVoid(session);
    return found;
  },
  *ptr(term, domain, session) {
    spendLookup(session);
    const target = yield* targetName(term.value.slice(1), domain, session);
    const names = yield* validatedNames(session, () => spendVoid(session));
    return names.some((name) => isSameOrBelow(name, target));
  },
};

function matchNetwork(term: SpfTerm, _domain: string, { client }: SpfSession): boolean {
  const { address, bits } = networkOf(term);
  return client.isIpv4 === (term.mechanism === "ip4") && client.isWithin(address, bits);
}

/** `null`: no question can be put about such a name. */
function* addressesOf(name: string, { client }: SpfSession): SpfSteps<readonly string[] | null> {
  return isQueryable(name) ? yield* askFor(name, client.type) : null;
}

function isAmong(
  addresses: readonly string[],
  { bits4, bits6 }: { bits4: number; bits6: number },
  { client }: SpfSession,
): boolean {
  return addresses.some((address) => client.isWithin(address, client.isIpv4 ? bits4 : bits6));
}
