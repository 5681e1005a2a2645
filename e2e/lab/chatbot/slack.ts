import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { parseJson } from "./parse-json.ts";

/** Known to nobody outside the lab. */
const SLACK_SIGNING_SECRET = "lab-slack-signing-secret";
const AGE_SECONDS_MAX = 300;
const event = z.object({ type: z.string(), challenge: z.string().optional() });

export const slackSignature = (timestamp: string, body: string) =>
  `v0=${createHmac("sha256", SLACK_SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest("hex")}`;

function isSigned(headers: NodeJS.Dict<string | string[]>, body: string, now: Date): boolean {
  const timestamp = String(headers["x-slack-request-timestamp"] ?? "");
  const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
  const given = Buffer.from(String(headers["x-slack-signature"] ?? ""));
  const expected = Buffer.from(slackSignature(timestamp, body));
  return age <= AGE_SECONDS_MAX && given.length === expected.length && timingSafeEqual(given, expected);
}

/** Answers a Slack event: 401 for a wrong or old signature, the challenge for `url_verification`. */
export function answerSlack(headers: NodeJS.Dict<string | string[]>, body: string, now: Date) {
  if (!isSigned(headers, body, now)) return { status: 401, value: { error: "signature" } };
  const message = event.safeParse(parseJson(body));
  if (!message.success) return { status: 400, value: { error: "not an event" } };
  return { status: 200, value: { challenge: message.data.challenge ?? null } };
}
