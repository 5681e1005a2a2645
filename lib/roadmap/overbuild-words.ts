import type { CheckId } from "./ids.ts";

type Words = {
  /** A title that matches one of these names the thing. */
  names: readonly RegExp[];
  /** Something else that the same words are used for. */
  unless: RegExp | null;
  /** Where it is never proposed: what is filed there is a fault that harms people. */
  neverOf: readonly CheckId[];
  /** How long it can wait before somebody looks again. */
  reviewInDays: number;
};

const NONE: readonly CheckId[] = [];

/**
 * How each of the seven guards is recognised by a title. Every pattern starts and ends at a word and repeats nothing
 * without a bound, so that it takes time in proportion to the title.
 */
export const OVERBUILD_WORDS: Readonly<Record<string, Words>> = {
  "multi-region": {
    names: [
      /\bmulti[- ]?regions?\b/i,
      /\bactive[-/ ]active\b/i,
      /\b(?:second|several|two|multiple|more) (?:active|live|production|cloud) regions?\b/i,
      /\b(?:deploy|run|expand|move) (?:\w+ )?(?:to|in|into) (?:a second|several|two|multiple|more) regions?\b/i,
      /\bcross[- ]region (?:replication|failover|redundancy)\b/i,
      /\bgeo[- ]?redundan(?:t|cy)\b/i,
    ],
    unless: /\b(?:uptime|monitor(?:s|ed|ing)?|prob(?:e|es|ing)|backups?|restore|residency)\b/i,
    neverOf: NONE,
    reviewInDays: 180,
  },
  "full-soc2": {
    names: [
      /\bsoc[- ]?2 (?:type (?:1|2|i|ii) )?(?:mapping|report|certification|certificate|compliance|audit|attestation|readiness|controls?|programme|program)\b/i,
      /\b(?:full|map|mapping|mapped|obtain|get|pursue|prepare|achieve|become|for|to) (?:\w+ ){0,3}soc[- ]?2\b/i,
    ],
    unless: /\b(?:vendors?|suppliers?|providers?|sub-?processors?|findings?|found|exceptions?|expired)\b/i,
    neverOf: NONE,
    reviewInDays: 180,
  },
  "custom-waf": {
    names: [
      /\b(?:custom|bespoke|hand[- ]tuned|hand[- ]written|own) (?:waf|web application firewall|modsecurity|edge firewall|firewall rules)\b/i,
      /\b(?:waf|web application firewall|modsecurity)(?: rules?| rule sets?)? (?:tuning|fine[- ]tuning|customi[sz]ation)\b/i,
      /\b(?:tune|fine[- ]tune|hand[- ]tune|write|customi[sz]e) (?:\w+ ){0,2}(?:waf|web application firewall|modsecurity)\b/i,
    ],
    unless: /\b(?:disabled|off|missing|removed|origin)\b/i,
    neverOf: NONE,
    reviewInDays: 90,
  },
  "complex-rbac": {
    names: [
      /\b(?:complex|fine[- ]grained|granular|hierarchical|dynamic) (?:rbac|roles?|permissions?|access control|authori[sz]ation)\b/i,
      /\b(?:attribute|relationship)[- ]based access control\b/i,
      /\b(?:abac|rebac)\b/i,
      /\b(?:permissions?|policy|authori[sz]ation) engine\b/i,
      /\bcustom roles? (?:per|for|by) (?:\w+ )?(?:customers?|tenants?|teams?|organi[sz]ations?)\b/i,
    ],
    unless: /\b(?:tokens?|keys?|scopes?|wrong|deletes?|reads?|broken|fails?)\b/i,
    neverOf: NONE,
    reviewInDays: 90,
  },
  "heavy-observability": {
    names: [
      /\bobservability (?:stack|platform|suite|pipeline|programme|program)\b/i,
      /\b(?:full|heavy|complete|end-to-end|enterprise) (?:observability|telemetry)\b/i,
      /\bdistributed tracing\b/i,
      /\b(?:self[- ]hosted|own|build|install|introduce|adopt) (?:an? |the )?(?:prometheus|grafana|elk|elasticsearch|jaeger|loki|datadog|splunk)\b/i,
    ],
    unless: /\b(?:tokens?|secrets?|passwords?|logs|down|public|open)\b/i,
    neverOf: NONE,
    reviewInDays: 90,
  },
  "prompt-orchestration": {
    names: [
      /\bprompt[- ](?:orchestration|management|chaining|routing) ?(?:platform|layer|tool|service|framework|system)?\b/i,
      /\b(?:llm|agent|model) orchestration\b/i,
      /\b(?:adopt|introduce|build on|migrate to|move to|switch to) (?:an? )?(?:langchain|langgraph|llamaindex|semantic kernel|prompt registry)\b/i,
    ],
    unless: /\b(?:injection|jailbreaks?|secrets?|version|outdated)\b/i,
    neverOf: ["sensitive-prompts"],
    reviewInDays: 90,
  },
  "perfect-caching": {
    names: [
      /\b(?:perfect|optimal|optimi[sz]ed|advanced|multi[- ]?(?:layer|level|tier)(?:ed)?) cach(?:e|es|ing)\b/i,
      /\b(?:improve|raise|optimi[sz]e|increase|perfect) (?:the |our )?cach(?:e|ing)(?: hit)?(?: rates?| ratios?)?\b/i,
      /\bcache[- ](?:warming|tagging|invalidation) (?:system|layer|service|strategy|platform)\b/i,
      /\blow cache hit (?:rate|ratio)\b/i,
    ],
    unless: /\b(?:private|personal|other users?|tenants?|cookies?|sessions?|poison(?:ed|ing)?|deception)\b/i,
    neverOf: ["cache-safety"],
    reviewInDays: 90,
  },
};
