import { BYPASSES } from "../parse/csp-bypass-hosts.ts";
import { anyForeign, anyPlain, anySubdomain, permitted } from "../parse/csp-foreign.ts";
import {
  type Chain,
  type Enforced,
  hasKeyword,
  isKeyed,
  isRestricted,
  permitsInlineScript,
  permitsKeyword,
  sourcesFor,
} from "../parse/csp-permits.ts";

const SCRIPTS = ["scriptElement", "script"] as const satisfies readonly Chain[];
const DATA = "data:text/plain,";
/** 128 bits in base64, without padding (CSP3 §7.1). */
const NONCE_CHARACTERS = 22;

/** `{source}` of the sentence, or nothing when the hole is closed. */
type Hole = { code: string; what: string; find(enforced: Enforced): string | undefined };

const when = (isOpen: boolean) => (isOpen ? "" : undefined);

/** Worst first. A hole is open only when one and the same thing gets through every enforced policy. */
const CSP_HOLES = [
  {
    code: "no-script-policy",
    what: "scripts are not restricted",
    find: (enforced) => when(!isRestricted(enforced, "script")),
  },
  {
    code: "unsafe-inline",
    what: "injected inline scripts run",
    find: (enforced) => when(permitsInlineScript(enforced)),
  },
  {
    code: "any-script-source",
    what: "scripts load from any site",
    find: (enforced) => when(anyForeign(enforced, SCRIPTS) !== undefined),
  },
  {
    code: "data-scripts",
    what: "scripts come from data: addresses",
    find: (enforced) => when(permitted(enforced, SCRIPTS, [DATA]) !== undefined),
  },
  {
    code: "open-suffix",
    what: "scripts load from a host name that anybody can have",
    find: (enforced) => anySubdomain(enforced, SCRIPTS)?.hostname.replace(/^[^.]+/, "*"),
  },
  {
    code: "bypass-host",
    what: "scripts load from a host that serves an attacker's script",
    find: (enforced) => {
      const hasEval = permitsKeyword(enforced, "script", "unsafe-eval");
      const usable = BYPASSES.filter((bypass) => hasEval || !("needsEval" in bypass));
      return permitted(
        enforced,
        SCRIPTS,
        usable.map(({ url }) => url),
      )?.hostname;
    },
  },
  {
    code: "unsafe-eval",
    what: "eval() runs",
    find: (enforced) => when(permitsKeyword(enforced, "script", "unsafe-eval")),
  },
  {
    code: "unsafe-hashes",
    what: "inline event handlers run by their hash",
    find: (enforced) => {
      const isOpen = permitsKeyword(enforced, "scriptAttribute", "unsafe-hashes");
      return when(isOpen && sourcesFor(enforced, ["scriptAttribute"]).some(({ kind }) => kind === "hash"));
    },
  },
  {
    code: "short-nonce",
    what: "a nonce is shorter than 128 bits",
    find: (enforced) => {
      const nonces = sourcesFor(enforced, SCRIPTS).filter((source) => source.kind === "nonce");
      return nonces.find(({ value }) => value.replaceAll("=", "").length < NONCE_CHARACTERS)?.value;
    },
  },
  {
    code: "http-script-source",
    what: "scripts may come over plain HTTP",
    find: (enforced) => (enforced.self.protocol === "https:" ? anyPlain(enforced, SCRIPTS)?.host : undefined),
  },
  {
    code: "any-object",
    what: "plugins load from any site",
    find: (enforced) => {
      const data = permitted(enforced, ["object"], [DATA]);
      return when((anyForeign(enforced, ["object"]) ?? data) !== undefined);
    },
  },
  {
    code: "any-base",
    what: "an injected <base> redirects relative addresses",
    find: (enforced) => when(anyForeign(enforced, ["base"]) !== undefined),
  },
  {
    code: "strict-dynamic-alone",
    what: "no script can start: 'strict-dynamic' without a nonce or hash",
    find: (enforced) =>
      when(
        enforced.policies.some(({ script }) => script && hasKeyword(script, "strict-dynamic") && !script.some(isKeyed)),
      ),
  },
] as const satisfies readonly Hole[];
export type CspHole = (typeof CSP_HOLES)[number]["code"];

export type OpenHole = { code: CspHole; what: string; source: string };

export function openHoles(enforced: Enforced): OpenHole[] {
  return CSP_HOLES.flatMap(({ code, what, find }) => {
    const source = find(enforced);
    return source === undefined ? [] : [{ code, what, source }];
  });
}
