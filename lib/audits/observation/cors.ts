import { z } from "zod";

export const cors = z.object({
  url: z.string(),
  trials: z.array(
    z.object({
      kind: z.enum(["foreign", "null", "prefix", "suffix", "http", "subdomain"]),
      origin: z.string(),
      status: z.number(),
      allowOrigin: z.string().nullable(),
      allowCredentials: z.string().nullable(),
      vary: z.string().nullable(),
    }),
  ),
});
