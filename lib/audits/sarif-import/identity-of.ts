import { redact } from "#lib/handover/sanitize.ts";
import type { Place } from "./place-of.ts";
import { entriesOf } from "./properties.ts";
import type { ResultIn } from "./schema.ts";

/** A sum of the code, as CodeQL's `primaryLocationLineHash`; not data about it, as Gitleaks' `author` and `date`. */
const IS_SUM = /hash|fingerprint|\/v\d/i;
/** Semgrep says "requires login" where its fingerprint would be; a fingerprint is one long word. */
const IS_USABLE = /^\S{8,500}$/;
const PART_MAX = 2000;

type About = { result: ResultIn; ruleId: string; place: Place | null; message: string };

/**
 * What makes a finding the same one in the next scan, to be hashed: a whole fingerprint of the tool (§3.27.16), or the
 * rule and file with the first sum that contributes to one (§3.27.17), or the rule, file and code; with the line only
 * where the code is not given.
 */
export function identityOf({ result, ruleId, place, message }: About): string[] {
  const whole = entriesOf(result.fingerprints).find(([, value]) => IS_USABLE.test(value));
  if (whole) return ["fingerprint", ruleId, ...whole].map(bounded);
  const uri = place?.uri ?? "";
  const contributing = entriesOf(result.partialFingerprints);
  const sum = contributing.find(([name, value]) => IS_SUM.test(name) && IS_USABLE.test(value));
  if (sum) return ["partial", ruleId, uri, ...sum].map(bounded);
  const rest = contributing.map(([name, value]) => `${name}=${value}`);
  const code = codeOf(result);
  const subject = code === null || rest.length > 0 ? [message, String(place?.line ?? "")] : [code];
  return ["place", ruleId, uri, ...subject, ...rest].map(bounded);
}

/** The code that was found, on one line; none where it holds a secret, whose hash could be guessed. */
function codeOf(result: ResultIn): string | null {
  const snippet = result.locations?.[0]?.physicalLocation?.region?.snippet?.text?.slice(0, PART_MAX);
  const code = snippet?.replaceAll(/\s+/g, " ").trim();
  return code && redact(code) === code ? code : null;
}

const bounded = (part: string) => part.slice(0, PART_MAX);
