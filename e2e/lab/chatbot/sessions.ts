import { randomBytes } from "node:crypto";
import type { Account } from "./accounts.ts";

const SESSIONS_MAX = 1_000;

/** Signed-in people by session id. In memory: a restart signs everyone out. */
export function createSessions() {
  const accounts = new Map<string, Account>();
  return {
    /** A new id on each sign-in, so that an id planted before it is worth nothing. */
    open(account: Account): string {
      const [oldest] = accounts.keys();
      if (accounts.size >= SESSIONS_MAX && oldest !== undefined) accounts.delete(oldest);
      const id = randomBytes(24).toString("base64url");
      accounts.set(id, account);
      return id;
    },
    find: (id: string | undefined): Account | null => (id === undefined ? null : (accounts.get(id) ?? null)),
    close: (id: string | undefined): boolean => id !== undefined && accounts.delete(id),
  };
}

/** The value of one cookie in a Cookie header, whatever prefix its name carries at the moment. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const [key, value] = pair.trim().split("=", 2);
    if (key?.replace(/^__(Host|Secure)-/, "") === name) return value;
  }
}
