import type { Settings } from "../settings.ts";
import type { Fault } from "./fault.ts";

const change = (settings: Settings, edge: Partial<Settings["edge"]>) => {
  settings.edge = { ...settings.edge, ...edge };
};

export const EDGE_FAULTS = [
  {
    name: "edge-none",
    title: "No edge in front",
    how: "The product answers itself: no header, no trace page, no name of an edge.",
    rules: ["edge/proven"],
    apply: (settings) => change(settings, { headers: {}, traceHost: () => null }),
  },
  {
    name: "edge-header-only",
    title: "Only headers point to the edge",
    how: "The answers carry Cloudflare's headers, but its trace page is missing.",
    rules: ["edge/proven"],
    apply: (settings) => change(settings, { traceHost: () => null }),
  },
  {
    name: "edge-trace-only",
    title: "Only the trace page points to the edge",
    how: "The trace page answers, but no header comes from Cloudflare.",
    rules: ["edge/proven"],
    apply: (settings) => change(settings, { headers: {} }),
  },
  {
    name: "edge-trace-of-another",
    title: "Trace page of another host",
    how: "The trace page names another host, as a copied file would.",
    rules: ["edge/proven"],
    apply: (settings) => change(settings, { traceHost: () => "copied.example" }),
  },
  {
    name: "edge-borrowed-header",
    title: "A header that nothing else bears out",
    how: "One header names Vercel, and nothing else points there.",
    rules: ["edge/proven"],
    apply: (settings) =>
      change(settings, { headers: { "x-vercel-id": "arn1::abcde-1700000000000-0123" }, traceHost: () => null }),
  },
  {
    name: "edge-origin-open",
    title: "Origin answers around the edge",
    how: "Asked at its own address, the origin serves the product to anybody.",
    rules: ["edge/origin-bypass"],
    apply: (settings) => change(settings, { isOriginOpen: true }),
  },
  {
    name: "edge-second-origin-open",
    title: "One of two origins is open",
    how: "A second origin was declared, and it serves the product to anybody.",
    rules: ["edge/origin-bypass"],
    apply(settings) {
      const origins = [...(settings.notes.origins ?? []), `127.0.0.1:${settings.site.port}`];
      settings.notes = { ...settings.notes, origins };
    },
  },
] as const satisfies readonly Fault[];
