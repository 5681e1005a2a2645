import type { PartValue } from "../observation.ts";

type Edge = PartValue<"edge">;
type Answer = Edge["front"];
export type OriginResult = { result: "answers" | "refuses" | "unreachable" | "not_tried"; note: string };

const SILENT: ReadonlySet<string> = new Set([
  "connect_timeout",
  "tls_timeout",
  "header_timeout",
  "body_timeout",
  "no_route",
  "nxdomain",
  "no_address",
]);
/** What the probe itself stands in the way of. */
const OWN_STEPS: ReadonlySet<string> = new Set(["policy", "internal"]);

/** What an origin did when it was asked for the host around the edge. */
export function originResult({ answer, failure }: Edge["origins"][number], front: Answer): OriginResult {
  if (!answer) {
    if (!failure || OWN_STEPS.has(failure.step) || failure.code === "dns_error")
      return { result: "not_tried", note: failure?.reason ?? "It was not tried." };
    if (SILENT.has(failure.code)) return { result: "unreachable", note: "It is not reachable from here." };
    return { result: "refuses", note: failure.reason };
  }
  const mark = commonMark(answer, front);
  if (mark) return { result: "answers", note: `It answers ${answer.status} with ${mark} of the host.` };
  if (answer.status === 421) return { result: "refuses", note: "It answers 421: not for this host." };
  return { result: "refuses", note: `It answers ${answer.status}, with nothing of the host's own page.` };
}

/** What both answers have and no other site would. An error that the front gives too says nothing of the site. */
function commonMark(answer: Answer, front: Answer): string | null {
  if (answer.status >= 500) return null;
  const isServed = answer.status < 400 || answer.status === 401;
  if (isServed && answer.bodyHash === front.bodyHash && answer.status < 300 && front.title !== null)
    return "the very page";
  if (isServed && answer.title !== null && answer.title === front.title) return `the title “${answer.title}”`;
  const location = headerOf(answer, "location");
  if (location !== null && location === headerOf(front, "location")) return `the redirect to ${location}`;
  const realm = headerOf(answer, "www-authenticate");
  if (realm !== null && realm === headerOf(front, "www-authenticate")) return "the sign-in";
  const own = new Set(cookiesOf(front));
  const cookie = cookiesOf(answer).find((name) => own.has(name));
  return cookie === undefined ? null : `the cookie ${cookie}`;
}

function headerOf({ headers }: Answer, wanted: string): string | null {
  return headers.find(([name]) => name === wanted)?.[1] ?? null;
}

const cookiesOf = ({ headers }: Answer) => headers.flatMap(([name, value]) => (name === "set-cookie" ? [value] : []));
