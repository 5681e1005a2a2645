import { z } from "zod";

/** What a real browser did with the page; every list is capped. */
export const browser = z.object({
  /** Where the visit ended. */
  url: z.string(),
  title: z.string(),
  /** Of the document. */
  status: z.number().nullable(),
  product: z.string(),
  /** Whether the page came to rest before the visit's time was over. */
  isSettled: z.boolean(),
  /** What the browser did with each address over plain http that the page asked for. */
  mixed: z.array(
    z.object({
      url: z.string(),
      /** The browser's word: `Image`, `Script`, `Form`, … */
      resource: z.string(),
      resolution: z.enum(["blocked", "upgraded", "warning"]),
    }),
  ),
  /** What the page's own Content-Security-Policy stopped, or (report-only) would have. */
  cspViolations: z.array(
    z.object({ directive: z.string(), kind: z.string(), url: z.string().nullable(), isReportOnly: z.boolean() }),
  ),
  failed: z.array(z.object({ url: z.string(), type: z.string(), reason: z.string() })),
  /** Console messages of the browser's own about security. */
  console: z.array(z.string()),
  /** Requests other than GET and HEAD that the page wanted to send, none of which left. */
  blockedWrites: z.number(),
  /** Connections that the address policy or the budget of a visit refused. */
  refusedConnections: z.number(),
});
export type Visit = z.infer<typeof browser>;
