import type { KnownRule } from "#lib/audits/registry.ts";
import type { RuleText } from "../types.ts";

type OfArea<Area extends string> = Extract<KnownRule, { id: `${Area}/${string}` }>;

/** A text for every rule of an area, with a sentence for every outcome code: what is missing is a type error. */
export type TextsOf<Area extends string> = {
  [R in OfArea<Area> as R["id"]]: RuleText<Extract<keyof R["outcomes"], string>>;
};
