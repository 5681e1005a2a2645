import type { Settings } from "../settings.ts";

/** One way in which the product can be broken, alone and by name. */
export type Fault = {
  name: string;
  title: string;
  /** One sentence: what is broken. */
  how: string;
  /**
   * Ids of exactly the rules that answer `warn` or `fail` when this fault is on and no other. Rules that need a real
   * browser are named, and tried, only where the fault is about what a browser does.
   */
  rules: readonly string[];
  /** Changes what the healthy lab does. */
  apply(settings: Settings): void;
};
