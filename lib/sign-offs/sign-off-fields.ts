import { z } from "zod";

/** What a person says when signing off. */
export const signOffFields = z.object({
  organisation: z.string().trim().max(200, "An organisation has at most 200 characters.").default(""),
  remark: z.string().trim().max(2_000, "A remark has at most 2000 characters.").default(""),
  hasReceived: z.boolean().refine((given) => given, "Tick the box to say that you have received it."),
});
