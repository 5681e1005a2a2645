import { randomInt } from "node:crypto";
import { z } from "zod";
import { hashNewPassword } from "#lib/auth/new-account.ts";

const LENGTH_MIN = 12;
const LENGTH_MAX = 200;
/** Crockford's base 32: nothing in it is mistaken for something else when read out. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const GROUPS = 4;
const GROUP_LENGTH = 5;

/** The same characters however a keyboard composes them, and without the spaces that pasting brings along. */
export const passphraseSchema = z.string().transform((text) => text.normalize("NFKC").trim());

export const newPassphraseSchema = passphraseSchema.pipe(
  z
    .string()
    .min(LENGTH_MIN, `A passphrase has at least ${LENGTH_MIN} characters.`)
    .max(LENGTH_MAX, `A passphrase has at most ${LENGTH_MAX} characters.`),
);

/** 100 random bits, to be read out on the telephone: "k7m2x-9qxd4-…". */
export function newPassphrase(): string {
  const letter = () => LETTERS.charAt(randomInt(LETTERS.length));
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}

/** @param about What whoever finds the link knows. @throws AppError invalid when it is easy to guess */
export function hashPassphrase(passphrase: string, about: string[]): Promise<string> {
  return hashNewPassword({ password: passphrase, about, field: "passphrase" });
}
