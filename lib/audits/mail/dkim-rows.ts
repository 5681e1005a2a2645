import type { PartValue } from "../observation.ts";
import { type DkimKey, readDkimKey } from "../parse/dkim-key.ts";
import { settle } from "../parse/dns-answers.ts";
import { unescapeText } from "../parse/dns-name.ts";

type Asked = PartValue<"mailAuth">["dkim"][number];
/** How a selector stands, worst first for those that hold a key. */
export type DkimState =
  | "several"
  | "short"
  | "broken"
  | "revoked"
  | "weak"
  | "testing"
  | "ok"
  | "not_found"
  | "unanswered";
export type DkimFinding = Pick<Asked, "selector" | "from" | "provider"> & {
  name: string;
  state: DkimState;
  /** The record, where there is one. */
  text: string;
  note: string;
};

/** RFC 8301 §3.2: signers should use at least this. */
const RSA_BITS_WANTED = 2048;

export function readDkimRows(rows: readonly Asked[]): DkimFinding[] {
  return rows.map(({ selector, from, provider, key }) => {
    const settled = settle(key);
    const known = { selector, from, provider, name: key.name, text: "", note: "" };
    if (settled.state === "unanswered") return { ...known, state: "unanswered", note: "no resolver answered" };
    const texts = settled.state === "found" ? settled.records.map(unescapeText) : [];
    const keys = texts.map((text) => ({ text, key: readDkimKey(text) })).filter((found) => found.key.state !== "none");
    const [first, ...more] = keys;
    if (!first) return { ...known, state: "not_found" };
    if (more.length > 0) {
      return {
        ...known,
        state: "several",
        text: first.text,
        note: `${keys.length} records, of which verifiers take any`,
      };
    }
    return { ...known, text: first.text, ...judgeKey(first.key) };
  });
}

function judgeKey(key: DkimKey): { state: DkimState; note: string } {
  switch (key.state) {
    case "none":
      return { state: "not_found", note: "" };
    case "revoked":
      return { state: "revoked", note: "the key is empty: revoked" };
    case "broken":
      return { state: "broken", note: key.why };
    case "short":
      return { state: "short", note: `RSA of ${key.bits} bits` };
    case "found": {
      const name = key.kind === "rsa" ? `RSA of ${key.bits} bits` : "Ed25519";
      if (key.isTesting) return { state: "testing", note: `${name}, flagged as a test (t=y)` };
      return { state: key.kind === "rsa" && key.bits < RSA_BITS_WANTED ? "weak" : "ok", note: name };
    }
  }
}
