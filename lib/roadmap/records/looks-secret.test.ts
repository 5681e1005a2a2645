import { describe, expect, it } from "vitest";
import { looksSecret } from "./looks-secret.ts";

/** Put together here, so that no scanner takes this file for a leak. */
const made = (...parts: string[]) => parts.join("");

describe("looksSecret", () => {
  it.each([
    made("Use gh", "p_abcdefghijklmnop1234 to push"),
    made("sk_", "live_abcdefgh12345"),
    made("-----BEGIN RSA ", "PRIVATE KEY-----"),
    made("postgres://app:", "hunter2@db.example.test/main"),
    made("The pass", "word is hunter2"),
    made("API_", "KEY=4f9a8b7c6d5e"),
    made("Recovery code: ", "8231-4417"),
    made("Take q9ZkT3vB7", "xLm2Rw8Yc5Np1Df and paste it"),
  ])("sees it in %s", (text) => {
    expect(looksSecret(text)).toBe(true);
  });

  it.each([
    "The password is in the team's safe, under “Registrar”.",
    "Set API_KEY=VALUE and redeploy.",
    "DATABASE_PASSWORD=$NEW_PASSWORD",
    "kubectl rollout restart deployment/NAME --namespace NAMESPACE",
    "aws ecs update-service --cluster CLUSTER --service SERVICE --force-new-deployment",
    "git checkout 4f9a8b7c6d5e4f9a8b7c6d5e4f9a8b7c6d5e4f9a",
    "https://dash.cloudflare.com/profile/api-tokens",
    "The recovery codes are on paper in the office safe; the token is revoked.",
    "postgres://USER:PASSWORD@HOST/NAME",
    "registry.example.test/ops/Copilot-Web/Production-2026-11-24",
  ])("lets pass: %s", (text) => {
    expect(looksSecret(text)).toBe(false);
  });
});
