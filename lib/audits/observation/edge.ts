import { z } from "zod";
import { headers } from "./common.ts";

/** An answer as far as it tells who gave it and for which site. */
const answer = z.object({
  status: z.number(),
  headers,
  title: z.string().nullable(),
  /** SHA-256 of the body, in hex. */
  bodyHash: z.string(),
});

export const edge = z.object({
  /** Public addresses that the host's name leads to. */
  addresses: z.array(z.string()),
  /** The names that it goes through on the way, nearest first; at most 8. */
  cnames: z.array(z.string()),
  nameservers: z.array(z.string()),
  /** What the host itself answers at its address; no redirect is followed. */
  front: answer,
  /** Of `/cdn-cgi/trace`, where that answers in Cloudflare's form: the host that it was asked for, and the site that answered. */
  trace: z.object({ host: z.string(), site: z.string() }).nullable(),
  /** Each origin that the team named, asked for this host around the edge. */
  origins: z.array(
    z.object({
      origin: z.string(),
      answer: answer.nullable(),
      failure: z.object({ step: z.string(), code: z.string(), reason: z.string() }).nullable(),
    }),
  ),
});
