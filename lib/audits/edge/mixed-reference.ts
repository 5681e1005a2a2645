import type { PartValue } from "../observation.ts";
import { headerPolicies, metaPolicies } from "../parse/csp.ts";
import type { Evidence } from "../types.ts";

type Page = PartValue<"page">;
type Kind = NonNullable<Page["document"]>["references"][number]["kind"];
export type Loaded = { kind: Kind; url: string };
export type MixedClass = "blockable" | "upgradeable";

const UPGRADEABLE: ReadonlySet<Kind> = new Set(["image", "media"]);
const LITERAL = /^(?:\[.*\]|\d+\.\d+\.\d+\.\d+)$/;

/**
 * What browsers do with something plain on a page over TLS (Mixed Content, level 2, §4.1): images, audio and video are
 * asked for over https instead, but for sets of images and addresses without a name; the rest is blocked.
 */
function classOf({ kind, url }: Loaded): MixedClass {
  return UPGRADEABLE.has(kind) && !LITERAL.test(URL.parse(url)?.hostname ?? "") ? "upgradeable" : "blockable";
}

/** `http:` to anything but the visitor's own machine, which browsers treat as trustworthy (Secure Contexts §3.1). */
export function isPlainRemote(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol !== "http:") return false;
  return !/^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
}

const enforced = ({ response, document }: Page) => [
  ...headerPolicies(response.headers),
  ...metaPolicies(document?.metaCsp ?? []),
];

/** Whether an enforced policy makes the browser ask over https (Upgrade Insecure Requests §3.1). */
export function upgradesAll(page: Page): boolean {
  return enforced(page).some((policy) => policy.has("upgrade-insecure-requests"));
}

/** Whether an enforced policy makes the browser pass over any `<base>` that is plain (CSP3 §6.3.1). */
export function refusesPlainBase(page: Page): boolean {
  return enforced(page).some((policy) => {
    const sources = policy.get("base-uri");
    return sources?.every((source) => /^(?:'none'|'self'|https:.*)$/i.test(source)) === true;
  });
}

/** The worst class among them with how many are of it, and all of them as evidence, the worst first. */
export function summarise(loaded: readonly (Loaded & { label: string })[]) {
  const blockable = loaded.filter((one) => classOf(one) === "blockable");
  const upgradeable = loaded.filter((one) => classOf(one) === "upgradeable");
  const code: MixedClass = blockable.length > 0 ? "blockable" : "upgradeable";
  const worst = blockable.length > 0 ? blockable : upgradeable;
  const evidence: Evidence[] = [...blockable, ...upgradeable].map((one) => ({
    label: `${classOf(one)}: ${one.label}`,
    value: one.url,
  }));
  return { code, facts: { count: String(worst.length), url: worst[0]?.url ?? "" }, evidence };
}
