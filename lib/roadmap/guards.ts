import type { Guard } from "./types.ts";

/** Worth doing one day, and a good reason to miss the launch if done now. */
export const GUARDS: readonly Guard[] = [
  {
    id: "multi-region",
    title: "Several active regions",
    why: "Running live in two regions doubles every deploy and makes data conflicts your daily work. Tested backups and one region serve a young product better.",
    revisit: "When an hour of downtime costs more than a month of the second region.",
  },
  {
    id: "full-soc2",
    title: "A full SOC 2 mapping",
    why: "An auditor's catalogue takes months and proves controls that you do not have yet. The dated evidence gathered here is what such an audit will ask for later.",
    revisit: "When a signed customer asks for the report, or three prospects did.",
  },
  {
    id: "custom-waf",
    title: "Hand-tuned firewall rules",
    why: "Rules written without real traffic block real users and miss real attacks. The managed rule set of your edge is a good start.",
    revisit: "When the edge's own logs show an attack that the managed rules let through.",
  },
  {
    id: "complex-rbac",
    title: "A complex permission system",
    why: "Few teams can test more than three or four roles. Each extra one multiplies the matrix and hides mistakes.",
    revisit: "When two customers need a role that cannot be had by splitting one of yours.",
  },
  {
    id: "heavy-observability",
    title: "A heavy observability stack",
    why: "Dashboards that nobody reads cost more than they find. Uptime, error rates and request ids answer the first hundred incidents.",
    revisit: "When an incident took more than a day because the data was missing.",
  },
  {
    id: "prompt-orchestration",
    title: "A prompt orchestration platform",
    why: "Another layer between you and the model adds delay, cost and a place for data to leak. Prompts in version control with evaluations go a long way.",
    revisit: "When several people change prompts every week and break each other's work.",
  },
  {
    id: "perfect-caching",
    title: "Perfect caching",
    why: "Clever caching of personal answers is how private data gets out. Long lifetimes for hashed files bring most of the speed without that risk.",
    revisit: "When measured latency misses its target and a cache is proven to be the cure.",
  },
];
