import { describe, expect, it } from "vitest";
import { isShareTicket, newShareTicket } from "./share-ticket.ts";

const SECRET = "s".repeat(32);
const NOW = new Date("2026-10-01T12:00:00.500Z");
const hoursOn = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const lock = { shareId: "019a0000-0000-7000-8000-000000000001", passphraseHash: "$argon2id$one" };

describe("a ticket for a shared pack", () => {
  const { value, endsAt } = newShareTicket(lock, hoursOn(100), NOW, SECRET);

  it("is good for twelve hours, and never longer than the link", () => {
    expect(isShareTicket(value, lock, NOW, SECRET)).toBe(true);
    expect(isShareTicket(value, lock, hoursOn(11.9), SECRET)).toBe(true);
    expect(isShareTicket(value, lock, hoursOn(12), SECRET)).toBe(false);
    expect(endsAt.getTime()).toBeLessThanOrEqual(hoursOn(12).getTime());
    expect(newShareTicket(lock, hoursOn(1), NOW, SECRET).endsAt.getTime()).toBeLessThanOrEqual(hoursOn(1).getTime());
  });

  it("opens no other link, and nothing once the passphrase or the secret is another", () => {
    expect(isShareTicket(value, { ...lock, shareId: lock.shareId.replace(/1$/, "2") }, NOW, SECRET)).toBe(false);
    expect(isShareTicket(value, { ...lock, passphraseHash: "$argon2id$two" }, NOW, SECRET)).toBe(false);
    expect(isShareTicket(value, lock, NOW, "t".repeat(32))).toBe(false);
  });

  it.each([
    ["nothing", ""],
    ["no seal", "1790000000."],
    ["a later end", value.replace(/^\d+/, (end) => String(Number(end) + 1))],
    ["another seal", value.replace(/.$/, (last) => (last === "A" ? "Q" : "A"))],
    ["something hoursOn it", `${value}x`],
    ["other digits", value.replace(/^\d/, "１")],
  ])("is refused with %s", (_name, ticket) => {
    expect(isShareTicket(ticket, lock, NOW, SECRET)).toBe(false);
  });
});
