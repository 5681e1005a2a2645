import { z } from "zod";
import type { Visit } from "#lib/audits/observation/browser.ts";
import type { DevtoolsEvent } from "./browser-devtools.ts";

type Lists = Pick<Visit, "mixed" | "cspViolations" | "failed" | "console">;

const LIST_MAX = 100;
const TEXT_CHARS_MAX = 2048;

const text = z.string().transform((value) => value.slice(0, TEXT_CHARS_MAX));
const mixedIssue = z.object({
  issue: z.object({
    details: z.object({
      mixedContentIssueDetails: z.object({
        resourceType: text.optional(),
        resolutionStatus: z.enum(["MixedContentBlocked", "MixedContentAutomaticallyUpgraded", "MixedContentWarning"]),
        insecureURL: text,
      }),
    }),
  }),
});
const cspIssue = z.object({
  issue: z.object({
    details: z.object({
      contentSecurityPolicyIssueDetails: z.object({
        blockedURL: text.optional(),
        violatedDirective: text,
        isReportOnly: z.boolean(),
        contentSecurityPolicyViolationType: text,
      }),
    }),
  }),
});
const logEntry = z.object({ entry: z.object({ source: z.string(), level: z.string(), text }) });
const requestSent = z.object({ requestId: z.string(), request: z.object({ url: text }) });
const requestFailed = z.object({
  requestId: z.string(),
  type: text,
  errorText: text,
  canceled: z.boolean().optional(),
  blockedReason: text.optional(),
});

const RESOLUTIONS = {
  MixedContentBlocked: "blocked",
  MixedContentAutomaticallyUpgraded: "upgraded",
  MixedContentWarning: "warning",
} as const;

/** Keeps what the browser says of a page, each thing once and never more than a hundred of a kind. */
export function createBrowserRecord() {
  const lists: Lists = { mixed: [], cspViolations: [], failed: [], console: [] };
  const urls = new Map<string, string>();
  const seen = new Set<string>();

  function add<K extends keyof Lists>(list: K, item: Lists[K][number]): void {
    const key = `${list} ${JSON.stringify(item)}`;
    if (lists[list].length >= LIST_MAX || seen.has(key)) return;
    seen.add(key);
    (lists[list] as Lists[K][number][]).push(item);
  }

  const takers: Readonly<Record<string, (params: DevtoolsEvent["params"], isPage: boolean) => void>> = {
    "Audits.issueAdded"(params, isPage) {
      const mixed = mixedIssue.safeParse(params).data?.issue.details.mixedContentIssueDetails;
      if (mixed) {
        const { resourceType: resource = "", resolutionStatus, insecureURL: url } = mixed;
        add("mixed", { url, resource, resolution: RESOLUTIONS[resolutionStatus] });
      }
      const csp = cspIssue.safeParse(params).data?.issue.details.contentSecurityPolicyIssueDetails;
      if (csp && isPage) {
        const { violatedDirective: directive, contentSecurityPolicyViolationType: kind, isReportOnly } = csp;
        add("cspViolations", { directive, kind, url: csp.blockedURL ?? null, isReportOnly });
      }
    },
    "Log.entryAdded"(params) {
      const entry = logEntry.safeParse(params).data?.entry;
      if (entry?.source === "security") add("console", entry.text);
    },
    "Network.requestWillBeSent"(params) {
      const sent = requestSent.safeParse(params).data;
      if (sent && urls.size < 1_000) urls.set(sent.requestId, sent.request.url);
    },
    "Network.loadingFailed"(params) {
      const failed = requestFailed.safeParse(params).data;
      if (!failed || failed.canceled) return;
      const { requestId, type, errorText, blockedReason } = failed;
      add("failed", { url: urls.get(requestId) ?? "", type, reason: blockedReason ?? errorText });
    },
  };

  /** `isPage`: said by the page itself, not by a frame or a worker in it. */
  function take({ method, params }: DevtoolsEvent, isPage: boolean): void {
    takers[method]?.(params, isPage);
  }
  return { lists, take };
}
