import { OLD_URLS_PER_RUN } from "#lib/audits/observation/target.ts";
import type { PartValue } from "#lib/audits/observation.ts";
import type { Egress } from "./egress/create-egress.ts";
import { followRedirects, type Get } from "./egress/follow-redirects.ts";
import type { Probe } from "./probe.ts";

type Item = PartValue<"oldUrls">["items"][number];

/** As many as a target takes at once; the other parts' requests stand in the same line, and these come one by one. */
const LANES = 2;

export const probeOldUrls: Probe<"oldUrls"> = async ({ target, egress }) => {
  const listed = target.notes.oldUrls.slice(0, OLD_URLS_PER_RUN);
  const items: Item[] = [];
  const get = withoutBodies(egress);
  const waiting = listed.entries();

  async function work(): Promise<void> {
    for (const [index, { from, to }] of waiting) {
      const start = URL.parse(from, target.url)?.href ?? from;
      const { chain } = await followRedirects(start, get, egress.config, egress.limits.redirects);
      items[index] = { from, to, chain };
    }
  }

  await Promise.all(Array.from({ length: LANES }, work));
  return { items };
};

/** Many old addresses lead to the same new one, which is asked for once; what it says there is not kept. */
function withoutBodies(egress: Egress): Get {
  const answers = new Map<string, ReturnType<Get>>();
  return (url) => {
    const answer = answers.get(url.href) ?? egress.request(url).then((seen) => ({ ...seen, body: Buffer.alloc(0) }));
    answers.set(url.href, answer);
    return answer;
  };
}
