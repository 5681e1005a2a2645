import { z } from "zod";

const EMAIL_LENGTH_MAX = 254;
const LOCAL_LENGTH_MAX = 64;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The one spelling of an address, or null for what we do not accept. Normalised before it is looked at, so that a
 * look-alike of "@" cannot pass for another address; quoted and non-ASCII local parts are refused.
 */
export function normaliseEmail(typed: string): string | null {
  const email = typed.trim().normalize("NFKC").toLowerCase();
  const [local = "", domain = "", ...rest] = email.split("@");
  const isGood =
    rest.length === 0 &&
    email.length <= EMAIL_LENGTH_MAX &&
    local.length <= LOCAL_LENGTH_MAX &&
    LOCAL.test(local) &&
    DOMAIN.test(domain);
  return isGood ? email : null;
}

export const emailSchema = z.string().transform((typed, context) => {
  const email = normaliseEmail(typed);
  if (email !== null) return email;
  context.addIssue({ code: "custom", message: "This is not an e-mail address that we can use." });
  return z.NEVER;
});
