import { redact } from "#lib/handover/sanitize.ts";
import { looksSecret } from "./looks-secret.ts";

/** Hex keys and the base32 seeds of authenticators: no word, no name and no phone number looks like them. */
const KEYS = [/\b[0-9a-f]{32,}\b/i, /\b(?=[A-Z2-7]*[2-7])(?=[A-Z2-7]*[A-Z])[A-Z2-7]{16,}\b/];

const WHY =
  "This seems to hold a secret itself. Write down where it is kept, never the secret: many people will read this, and the handover pack prints it.";

/** Why a text for many readers cannot be kept, or null. The text itself is never repeated. */
export function secretInText(text: string): string | null {
  return looksSecret(text) || KEYS.some((key) => key.test(text)) ? WHY : null;
}

/**
 * Why an address for many readers cannot be kept, or null. Its path may hold long ids, as those of accounts and
 * documents are; what stands behind the question mark may not.
 */
export function secretInAddress(url: string): string | null {
  const { username, password, search, hash } = new URL(url);
  if (username || password) return "Leave the user name and password out of the address.";
  return redact(url) !== url || looksSecret(decoded(search + hash)) ? WHY : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
