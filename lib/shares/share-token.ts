import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

export function newShareToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What the database knows of a token. It has 256 random bits, so a plain hash is enough. */
export function hashShareToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
