import { fitName, isSameOrBelow } from "./dns-name.ts";
import { expandMacros, type MacroLetter } from "./spf-macro.ts";
import { askFor, SPF_NAMES_MAX, SpfError, type SpfRequest, type SpfSession } from "./spf-session.ts";
import type { SpfSteps } from "./spf-steps.ts";

/** The name that a domain-spec means for this mail; the domain itself where it is left out. */
export function* targetName(spec: string, domain: string, session: SpfSession): SpfSteps<string> {
  if (spec === "") return domain;
  const name = yield* expandText(spec, domain, session);
  return fitName(name.replace(/\.$/, ""));
}

export function* expandText(text: string, domain: string, session: SpfSession): SpfSteps<string> {
  if (/%\{p/i.test(text) && !session.validated.has(domain)) {
    session.validated.set(domain, yield* validatedName(domain, session));
  }
  return expandMacros(text, (letter) => macroValue(letter, domain, session));
}

function macroValue(letter: MacroLetter, domain: string, { client, request, validated }: SpfSession): string {
  const { local, host } = senderParts(request);
  const values: Record<MacroLetter, () => string> = {
    s: () => `${local}@${host}`,
    l: () => local,
    o: () => host,
    d: () => domain,
    i: () => client.dotted,
    p: () => validated.get(domain) ?? "unknown",
    h: () => request.helo,
    v: () => (client.isIpv4 ? "in-addr" : "ip6"),
    c: () => client.text,
    r: () => request.receiver ?? "unknown",
    t: () => String(request.unixTime ?? 0),
  };
  return values[letter]();
}

/** RFC 7208 §4.3: without a local part it is "postmaster"; without a sender the HELO name stands in. */
function senderParts({ sender, helo }: Pick<SpfRequest, "sender" | "helo">): { local: string; host: string } {
  const address = sender || helo;
  const at = address.lastIndexOf("@");
  return { local: address.slice(0, Math.max(at, 0)) || "postmaster", host: address.slice(at + 1) };
}

/** `%{p}`: the domain's own name first, then one below it, then any (RFC 7208 §7.3). */
function* validatedName(domain: string, session: SpfSession): SpfSteps<string> {
  const names = yield* validatedNames(session, () => undefined);
  const own = names.find((name) => name.toLowerCase() === domain.toLowerCase());
  return own ?? names.find((name) => isSameOrBelow(name, domain)) ?? names[0] ?? "unknown";
}

/** The names of the client's address that lead back to it (RFC 7208 §5.5); a question that fails skips its name. */
export function* validatedNames(session: SpfSession, onNothing: () => void): SpfSteps<string[]> {
  const { client } = session;
  const names = yield* askOrNothing(client.reverseName, "PTR");
  if (names.length === 0) onNothing();
  const valid: string[] = [];
  for (const name of names.slice(0, SPF_NAMES_MAX)) {
    const addresses = yield* askOrNothing(name, client.type);
    if (addresses.some((address) => client.isWithin(address, client.isIpv4 ? 32 : 128))) valid.push(name);
  }
  return valid;
}

function* askOrNothing(name: string, type: "A" | "AAAA" | "PTR"): SpfSteps<readonly string[]> {
  try {
    return yield* askFor(name, type);
  } catch (error) {
    if (error instanceof SpfError && error.result === "temperror") return [];
    throw error;
  }
}
