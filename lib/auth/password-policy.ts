import { z } from "zod";
import { COMMON_PASSWORDS } from "./common-passwords.ts";

const LENGTH_MIN = 8;
export const PASSWORD_BYTES_MAX = 1024;
const DISTINCT_MIN = 4;
const WORD_LENGTH_MIN = 4;
const PRODUCT_WORDS = ["launchready", "launch", "ready"];

/** Any characters, any mix of them. What is easy to guess about the person is judged by passwordProblem. */
export const newPasswordSchema = z
  .string()
  .min(LENGTH_MIN, "A password has at least 8 characters; 15 or more are better.")
  .refine((text) => new TextEncoder().encode(text).length <= PASSWORD_BYTES_MAX, "A password has at most 1024 bytes.");

/**
 * Why a new password is too easy to guess, in words for whoever chose it; null when it is not.
 * @param about What others know of the person: name, e-mail address.
 */
export function passwordProblem(password: string, about: readonly string[]): string | null {
  const lower = password.toLowerCase();
  if (COMMON_PASSWORDS.has(lower)) return "This password is on every list of common passwords. Choose another.";
  if (new Set(lower).size < DISTINCT_MIN) return "This password repeats too few characters. Choose another.";
  const words = [...about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)), ...PRODUCT_WORDS]
    .filter((word) => word.length >= WORD_LENGTH_MIN)
    .sort((a, b) => b.length - a.length);
  const own = words.reduce((rest, word) => rest.replaceAll(word, ""), lower);
  if (own !== lower && own.length < LENGTH_MIN) {
    return "This password is little more than your name, your address or ours. Choose another.";
  }
  return null;
}
