import { z } from "zod";
import { cleanText } from "#lib/handover/sanitize.ts";

/** What somebody outside types stands on receipts and in the history: on one line, with nothing that cannot be seen. */
const line = (charactersMax: number, tooLong: string) =>
  z
    .string()
    .trim()
    .max(charactersMax, tooLong)
    .transform((text) => cleanText(text, charactersMax));

export const nameField = line(120, "A name has at most 120 characters.").pipe(z.string().min(1, "Give your name."));

/** What a person says when signing off. */
export const signOffFields = z.object({
  organisation: line(200, "An organisation has at most 200 characters.").default(""),
  remark: z
    .string()
    .trim()
    .max(2_000, "A remark has at most 2000 characters.")
    .transform((text) =>
      text
        .split(/\r\n|[\r\n]/)
        .map((one) => cleanText(one))
        .join("\n"),
    )
    .default(""),
  hasReceived: z.boolean().refine((given) => given, "Tick the box to say that you have received it."),
});
