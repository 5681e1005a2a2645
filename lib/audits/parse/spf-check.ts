import { isQueryable, unescapeText } from "./dns-name.ts";
import { isSpfRecord, parseSpf, type SpfTerm, type ValidSpf } from "./spf.ts";
import { isExplainString, isQualifiedName } from "./spf-macro.ts";
import { MATCHES, type Mechanism } from "./spf-mechanisms.ts";
import { askFor, openSession, SpfError, type SpfRequest, type SpfSession, spendLookup } from "./spf-session.ts";
import type { SpfSteps } from "./spf-steps.ts";
import { expandText, targetName } from "./spf-target.ts";

export type SpfResult = "none" | "neutral" | "pass" | "fail" | "softfail" | "temperror" | "permerror";
export type SpfVerdict = {
  result: SpfResult;
  /** The terms by which it was reached, from the domain's own record downwards. */
  by: readonly string[];
  /** What stopped the evaluation; empty where nothing did. */
  why: string;
  /** What the domain says to whoever is refused, where it says something. */
  explanation: string | null;
};
type Reached = Pick<SpfVerdict, "result" | "by"> & { exp: string | null; domain: string };

const RESULT_OF: Record<SpfTerm["qualifier"], SpfResult> = {
  "+": "pass",
  "-": "fail",
  "~": "softfail",
  "?": "neutral",
};

/** check_host() of RFC 7208 §4: what a receiver makes of a mail from this address in this domain's name. */
export function* checkHost(request: SpfRequest): SpfSteps<SpfVerdict> {
  const session = openSession(request);
  try {
    const reached = yield* evaluateDomain(request.domain.replace(/\.$/, ""), session);
    const explanation = reached.result === "fail" ? yield* explain(reached, session) : null;
    return { result: reached.result, by: reached.by, why: "", explanation };
  } catch (error) {
    if (!(error instanceof SpfError)) throw error;
    return { result: error.result, by: [], why: error.message, explanation: null };
  }
}

function* evaluateDomain(domain: string, session: SpfSession): SpfSteps<Reached> {
  const none: Reached = { result: "none", by: [], exp: null, domain };
  if (!isQueryable(domain) || !isQualifiedName(domain)) return none;
  const [text, ...more] = (yield* askFor(domain, "TXT")).map(unescapeText).filter(isSpfRecord);
  if (text === undefined) return none;
  if (more.length > 0) throw new SpfError("permerror", `${domain} has several SPF records`);
  const record = parseSpf(text);
  if (!record.ok) throw new SpfError("permerror", `${record.term}: ${record.why}`);
  return yield* evaluateRecord(record, domain, session);
}

function* evaluateRecord(record: ValidSpf, domain: string, session: SpfSession): SpfSteps<Reached> {
  for (const term of record.terms) {
    const by =
      term.mechanism === "include"
        ? yield* matchInclude(term, domain, session)
        : (yield* matches(term.mechanism, term, domain, session)) && [];
    if (by) return { result: RESULT_OF[term.qualifier], by: [term.text, ...by], exp: record.exp, domain };
  }
  if (record.redirect === null) return { result: "neutral", by: [], exp: null, domain };
  spendLookup(session);
  const target = yield* targetName(record.redirect, domain, session);
  const reached = yield* evaluateDomain(target, session);
  if (reached.result === "none") throw new SpfError("permerror", `redirect=${target} leads to no SPF record`);
  return { ...reached, by: [`redirect=${record.redirect}`, ...reached.by] };
}

function* matches(mechanism: Mechanism, term: SpfTerm, domain: string, session: SpfSession): SpfSteps<boolean> {
  const match = MATCHES[mechanism](term, domain, session);
  return typeof match === "boolean" ? match : yield* match;
}

/** The terms by which the included record lets the mail pass; false where it does not. */
function* matchInclude(term: SpfTerm, domain: string, session: SpfSession): SpfSteps<readonly string[] | false> {
  spendLookup(session);
  const target = yield* targetName(term.value.slice(1), domain, session);
  const { result, by } = yield* evaluateDomain(target, session);
  if (result === "none") throw new SpfError("permerror", `include:${target} leads to no SPF record`);
  return result === "pass" && by;
}

/** RFC 7208 §6.2: whatever is wrong with it, the result stands and there is no explanation. */
function* explain({ exp, domain }: Reached, session: SpfSession): SpfSteps<string | null> {
  if (exp === null) return null;
  try {
    const name = yield* targetName(exp, domain, session);
    if (!isQueryable(name)) return null;
    const [text, ...more] = (yield* askFor(name, "TXT")).map(unescapeText);
    if (text === undefined || more.length > 0 || !isExplainString(text)) return null;
    return yield* expandText(text, domain, session);
  } catch (error) {
    if (error instanceof SpfError) return null;
    throw error;
  }
}
