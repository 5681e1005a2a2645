import type { PartName, PartValue, TargetFacts } from "#lib/audits/observation.ts";
import type { Egress } from "./egress/create-egress.ts";
import type { Get, Landing } from "./egress/follow-redirects.ts";

export type ProbeContext = {
  target: TargetFacts;
  url: URL;
  egress: Egress;
  /** GETs an address without following redirects; the parts of one audit share every answer. */
  get: Get;
  /** GETs an address and follows its redirects; the parts of one audit share every answer. */
  land(start: string): Promise<Landing>;
};
/** One part's facts. Throws ProbeFailure where they cannot be seen. */
export type Probe<P extends PartName> = (context: ProbeContext) => Promise<PartValue<P>>;
