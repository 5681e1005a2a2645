import { paths } from "#components/paths.ts";

export type Tool = { href: string; title: string; summary: string; takes: string };

/** The four, in the order in which a founder comes to ask. */
export const TOOLS: readonly Tool[] = [
  {
    href: paths.tool("domain-check"),
    title: "Is my domain ready?",
    summary:
      "DNS, redirects, TLS, headers, content, edge and mail of one host, judged from outside by the rules that projects are audited with.",
    takes: "Up to a minute",
  },
  {
    href: paths.tool("risk-score"),
    title: "How bad is this risk?",
    summary:
      "Likelihood × impact as the register scores it: the severity, its place in the published order, and whether it would block a launch.",
    takes: "Two choices",
  },
  {
    href: paths.tool("cost-estimate"),
    title: "What will it cost to be ready?",
    summary:
      "Work, AI usage, hosting and monitoring as a range, with the formula and every assumption in sight and yours to change.",
    takes: "Your own numbers",
  },
  {
    href: paths.tool("sprint-fit"),
    title: "Which sprint fits?",
    summary:
      "Five questions, and an answer from the same catalogue of stages: the whole 48 hours, some stages of it, or not yet.",
    takes: "Five questions",
  },
];
