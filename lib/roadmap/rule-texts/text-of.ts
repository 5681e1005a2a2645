import type { AnyRule } from "#lib/audits/rule.ts";
import type { RuleText } from "../types.ts";

/** A text for every rule of a list, with a sentence for every outcome code: what is missing is a type error. */
export type TextsOf<Rules extends readonly AnyRule[]> = {
  [R in Rules[number] as R["id"]]: RuleText<Extract<keyof R["outcomes"], string>>;
};
