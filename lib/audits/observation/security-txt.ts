import { z } from "zod";

export const textFile = z.object({
  url: z.string(),
  status: z.number(),
  contentType: z.string().nullable(),
  /** At most 32 KiB. */
  text: z.string(),
});
