import type { Observation, PartValue } from "../observation.ts";
import { healthyObservation } from "../testing/healthy-observation.ts";
import { chainOf } from "../testing/healthy-values.ts";
import { allowOrigin, HOST, PAGE, type Site } from "./site-grammar.ts";

type Document = PartValue<"page">["document"];
type Trial = PartValue<"cors">["trials"][number];

/** What our probes would have seen of the site; the document and the origins tried come from them. */
export function observationOf(
  site: Site,
  document: Document,
  origins: readonly Pick<Trial, "kind" | "origin">[],
): Observation {
  const isHtml = site.lines.some(([name, value]) => name === "content-type" && value.startsWith("text/html"));
  const trials = origins.map(({ kind, origin }) => {
    const allowed = allowOrigin(site, origin);
    const allowCredentials = allowed === null ? null : site.cors.credentials;
    return { kind, origin, status: 200, allowOrigin: allowed, allowCredentials, vary: "Origin" };
  });
  const start = `http://${HOST}/`;
  const hops = site.plain ?? [];
  const last = hops.at(-1);
  const arrived = last?.location === PAGE ? [{ url: PAGE, status: 200, location: null }] : [];
  const refused = { step: "connect", code: "refused", reason: "Nothing listens there." } as const;
  const plain =
    hops.length === 0
      ? { start, hops: [], final: null, error: refused }
      : { start, hops: [...hops, ...arrived], final: last?.location ?? last?.url ?? null, error: null };
  const observation = healthyObservation(
    {
      page: {
        chain: chainOf([PAGE]),
        response: { url: PAGE, headers: site.lines.map(([name, value]): [string, string] => [name, value]) },
      },
      redirects: { chains: [chainOf([PAGE]), plain] },
      cors: { url: PAGE, trials },
    },
    { url: PAGE, host: HOST, domain: "example.com" },
  );
  const { page } = observation.parts;
  if (page.state === "observed") page.value.document = isHtml ? document : null;
  return observation;
}
