import type { Profile } from "./observation/target.ts";

type Candidate = { environment: string; profile: Profile };

/** The first page of an environment: the one that its aliases and, in production, its old addresses must lead to. */
export function primaryTarget<T extends Candidate>(targets: readonly T[], environment = "production"): T | undefined {
  return targets.find((target) => target.environment === environment && target.profile === "page");
}
