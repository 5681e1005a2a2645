import { asvs, cwe, rfc } from "../references.ts";
import type { Stage } from "../types.ts";

export const monitoring = {
  id: "monitoring",
  order: 6,
  title: "Monitoring and incidents",
  shortTitle: "Monitoring",
  goal: "You learn of trouble before your users tell you, and you know within minutes which layer is at fault.",
  exit: "The four key paths are watched from two places, a drill alert reached a person, and a request can be followed by its id.",
  checks: [
    {
      id: "uptime-checks",
      title: "Home page, login, health and mail are watched",
      shortTitle: "Uptime checks",
      bar: "All four paths are checked from at least two regions at least once a minute, and the first failure's evidence is kept.",
      why: "Users rarely report an outage; they leave. One watcher alone cannot tell your outage from its own.",
      fix: "Set up checks for the home page, the login page, the health endpoint and a mail round trip, each from two regions. Let the health endpoint look at the database. Send the alert to a channel that somebody reads at night, and test it.",
      references: [rfc(9110, "HTTP Semantics"), asvs(16)],
      weight: 4,
      freshDays: 7,
    },
    {
      id: "error-rates",
      title: "Error rates are known per endpoint and provider",
      shortTitle: "Error rates",
      bar: "Traces, metrics or logs give a rate for each route and each dependency, with a threshold.",
      why: "A total of one per cent can hide a checkout that always fails. You also need to see whether the fault is yours or your provider's.",
      fix: "Send OpenTelemetry data, or import access logs. Group by route template and by dependency, not by full URL. Set a threshold per group and look at the worst five each week.",
      references: [
        asvs(16),
        cwe(778, "Insufficient Logging"),
        { label: "OpenTelemetry: HTTP semantic conventions", url: "https://opentelemetry.io/docs/specs/semconv/http/" },
      ],
      weight: 3,
      freshDays: 30,
    },
    {
      id: "failure-alerts",
      title: "Failed deploys and login storms raise an alert",
      shortTitle: "Failure alerts",
      bar: "A failed deploy and a burst of refused logins each open one incident, and a drill showed that a person was reached.",
      why: "Most outages begin with a deploy, most break-ins with many failed logins. Both are easy to notice, if something is looking.",
      fix: "Connect the deploy webhook and run a smoke test after each deploy. Count failed logins in a time window. Group repeats into one incident. Run a drill: break something harmless and see how long the alert takes.",
      references: [asvs(16), cwe(778, "Insufficient Logging"), cwe(223, "Omission of Security-relevant Information")],
      weight: 4,
      freshDays: 30,
    },
    {
      id: "request-tracing",
      title: "Each request can be followed by its id",
      shortTitle: "Request ids",
      bar: "A known request id appears in the response and in the logs, beside no secret.",
      why: "“It failed this morning” becomes a two-minute search when the user can give you an id.",
      fix: "Accept or create a request id at the edge, pass it along in traceparent, write it in every log line and return it in a header. Show it on error pages. Validate an incoming id before you log it.",
      references: [
        { label: "W3C Trace Context", url: "https://www.w3.org/TR/trace-context/" },
        asvs(16),
        cwe(117, "Improper Output Neutralization for Logs"),
      ],
      weight: 3,
      freshDays: 30,
    },
  ],
  deliverables: [
    {
      id: "monitoring-dashboard",
      title: "Monitoring dashboard",
      summary: "What is watched from where, and where alerts go, each destination with the receipt of a test.",
    },
    {
      id: "incident-template",
      title: "Incident template",
      summary: "A report that fills itself in from the failing checks and keeps its own timeline.",
    },
  ],
  signals: [
    {
      id: "manual-detection",
      title: "Users find the outages first",
      meaning: "Trouble is noticed by hand, because nothing watches or nobody is reached.",
    },
    {
      id: "unknown-layer",
      title: "Nobody can say which layer failed",
      meaning: "An incident could not be placed at DNS, TCP, TLS, HTTP, sign-in or a provider.",
    },
  ],
} as const satisfies Stage;
