import { z } from "zod";

export const projectNameSchema = z
  .string()
  .trim()
  .min(1, "Give the project a name.")
  .max(80, "A name has at most 80 characters.");

export const projectDescriptionSchema = z.string().trim().max(2000, "A description has at most 2000 characters.");
