import { botRule } from "./bot-rule.ts";
import { edgeProven } from "./edge-proven.ts";
import { originBypass } from "./origin-bypass.ts";

export const EDGE_RULES = [edgeProven, originBypass, botRule] as const;
