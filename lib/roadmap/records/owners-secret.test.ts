import { describe, expect, it } from "vitest";
import { secretInAddress, secretInText } from "./owners-secret.ts";

/** Put together here, so that no scanner takes this file for a leak. */
const made = (...parts: string[]) => parts.join("");
const HEX = "4f9a8b7c6d5e4f9a8b7c6d5e4f9a8b7c";

describe("secretInText", () => {
  it.each([
    `Paste ${HEX} into the form.`,
    "JBSWY3DPEHPK3PXP into the authenticator",
    made("The pass", "word is hunter2"),
  ])("sees one in %s", (text) => {
    expect(secretInText(text)).toMatch(/never the secret/);
  });

  it.each([
    "Recovery codes: on paper, in the safe of the office in Tallinn, shelf 3.",
    "Call +372 555 0100, contract 20241105-17, and ask for the account of Ops Copilot.",
    "ana.lind@example.com has the second hardware key.",
    "AUTHENTICATIONSERVICE is the name of the vault",
  ])("lets pass: %s", (text) => {
    expect(secretInText(text)).toBeNull();
  });
});

describe("secretInAddress", () => {
  it.each([
    "https://ana:there@logs.example/",
    "https://logs.example/?password=hunter2",
    "https://logs.example/?api_key=Zm9vYmFyYmF6cXV4",
    `https://logs.example/#${"a1B2".repeat(8)}`,
    made("https://hooks.slack.com/services/", "T00000000/B00000000/XXXXXXXXXXXX"),
    made("https://x.example/gh", "p_abcdefghijklmnop1234"),
  ])("sees one in %s", (url) => {
    expect(secretInAddress(url)).not.toBeNull();
  });

  it.each([
    `https://dash.cloudflare.com/${HEX}/example.com/dns`,
    "https://docs.example/document/d/1aBcD2eFgH3iJkL4mNoP5qRsT6uVwX7yZ/edit?tab=t.0",
    "https://logs.example/search?from=now-7d&to=now&query=level%3Aerror",
  ])("lets pass: %s", (url) => {
    expect(secretInAddress(url)).toBeNull();
  });
});
