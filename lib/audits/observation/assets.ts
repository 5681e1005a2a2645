import { z } from "zod";
import { headers } from "./common.ts";

/** One of two answers to the same request; only the headers that speak of caching are kept. */
const answer = z.object({ status: z.number(), headers });

/** The nonces of an answer's Content-Security-Policy, at most 20. */
const nonces = z.array(z.string());

/** Fetched two times, one after the other. `null`: no answer came. */
const fetchedTwice = z.object({
  url: z.string(),
  first: answer.nullable(),
  second: answer.nullable(),
});

export const assets = z.object({
  /** The page that the target leads to, or the API's answer. */
  page: fetchedTwice.extend({ isDocument: z.boolean(), nonces: z.object({ first: nonces, second: nonces }) }),
  /** Files of the same site whose names change with what is in them; at most 3 of `filesTotal`. */
  files: z.array(fetchedTwice.extend({ kind: z.string() })),
  filesTotal: z.number(),
  /** Linked style sheets of the same site, at most 5, and what they load. */
  stylesheets: z.array(
    z.object({
      url: z.string(),
      /** `null`: no answer came. */
      status: z.number().nullable(),
      isWhole: z.boolean(),
      /** At most 100 absolute addresses. */
      references: z.array(z.object({ kind: z.enum(["style", "font", "image"]), url: z.string() })),
    }),
  ),
  stylesheetsTotal: z.number(),
});
export type FetchedTwice = z.infer<typeof fetchedTwice>;
