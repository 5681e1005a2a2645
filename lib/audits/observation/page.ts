import { z } from "zod";
import { headers, redirectChain } from "./common.ts";

const response = z.object({
  url: z.string(),
  status: z.number(),
  httpVersion: z.string(),
  headers,
  bodyBytes: z.number(),
  bodyTruncated: z.boolean(),
});

/** As what a browser loads it. `imageset`: chosen from a `srcset`; `fetch`: anything else; `form`, `refresh`: where people are sent. */
const REFERENCE_KINDS = [
  "script",
  "style",
  "frame",
  "object",
  "font",
  "fetch",
  "image",
  "imageset",
  "media",
  "form",
  "refresh",
] as const;

/** What a static read of the document shows; every list is capped at 500 entries, with room for 100 plain references more. */
const documentFacts = z.object({
  contentType: z.string(),
  title: z.string().nullable(),
  baseHref: z.string().nullable(),
  metaCsp: z.array(z.string()),
  /** `<meta name="referrer">`, in their order. */
  metaReferrer: z.array(z.string()),
  /** Absolute URLs that the document would load or post to. */
  references: z.array(
    z.object({
      kind: z.enum(REFERENCE_KINDS),
      url: z.string(),
      tag: z.string(),
      /** Written in a `<style>` or a `style` attribute. */
      isInCss: z.boolean().optional(),
      /** Of scripts and style sheets that a browser can check by it; `null`: the attribute is not there. */
      integrity: z.string().nullable().optional(),
      crossorigin: z.string().nullable().optional(),
    }),
  ),
});

export const page = z.object({
  chain: redirectChain,
  response,
  document: documentFacts.nullable(),
});
