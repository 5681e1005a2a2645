import { createHash, timingSafeEqual } from "node:crypto";

const ROLES = ["viewer", "staff", "admin"] as const;
export type Role = (typeof ROLES)[number];
export type Account = { email: string; name: string; role: Role; password: string };

/** Demo people of the lab; their passwords open nothing else. */
export const ACCOUNTS: readonly Account[] = [
  { email: "viewer@ops-copilot.test", name: "Vera Viewer", role: "viewer", password: "viewer-demo-password" },
  { email: "staff@ops-copilot.test", name: "Sam Staff", role: "staff", password: "staff-demo-password" },
  { email: "admin@ops-copilot.test", name: "Ada Admin", role: "admin", password: "admin-demo-password" },
];

const digest = (text: string) => createHash("sha256").update(text).digest();

export function signIn(email: string, password: string): Account | null {
  const account = ACCOUNTS.find((candidate) => candidate.email === email.trim().toLowerCase());
  const isRight = timingSafeEqual(digest(password), digest(account?.password ?? ""));
  return account && isRight ? account : null;
}

export const hasRole = (account: Account, least: Role) => ROLES.indexOf(account.role) >= ROLES.indexOf(least);
