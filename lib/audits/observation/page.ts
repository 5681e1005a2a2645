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

/** What a static read of the document shows; every list is capped at 500 entries. */
const documentFacts = z.object({
  contentType: z.string(),
  title: z.string().nullable(),
  baseHref: z.string().nullable(),
  metaCsp: z.array(z.string()),
  /** Absolute URLs that the document would load or post to. */
  references: z.array(
    z.object({
      kind: z.enum(["script", "style", "frame", "object", "form", "image", "media", "font", "link", "refresh"]),
      url: z.string(),
      tag: z.string(),
    }),
  ),
});

export const page = z.object({
  chain: redirectChain,
  response,
  document: documentFacts.nullable(),
});
