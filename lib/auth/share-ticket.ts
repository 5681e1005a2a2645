import { createHmac, timingSafeEqual } from "node:crypto";

const HOUR_MS = 3_600_000;
const HOURS_MAX = 12;

/** What a ticket opens. It dies with the passphrase that it was given for. */
export type Lock = { shareId: string; passphraseHash: string };

export type ShareTicket = { value: string; endsAt: Date };

/** Says that the passphrase of one link was given, for twelve hours or until the link ends. */
export function newShareTicket(lock: Lock, linkEndsAt: Date, now: Date, secret: string): ShareTicket {
  const end = Math.floor(Math.min(now.getTime() + HOURS_MAX * HOUR_MS, linkEndsAt.getTime()) / 1000);
  return { value: `${end}.${seal(lock, end, secret)}`, endsAt: new Date(end * 1000) };
}

export function isShareTicket(ticket: string, lock: Lock, now: Date, secret: string): boolean {
  const [, digits, mac] = ticket.match(/^(\d{1,12})\.([\w-]{43})$/) ?? [];
  if (digits === undefined || mac === undefined) return false;
  const end = Number(digits);
  const isOurs = timingSafeEqual(Buffer.from(mac), Buffer.from(seal(lock, end, secret)));
  return isOurs && end * 1000 > now.getTime();
}

/** The first line keeps it apart from whatever else the secret signs. */
function seal({ shareId, passphraseHash }: Lock, end: number, secret: string): string {
  return createHmac("sha256", secret)
    .update(["share ticket 1", shareId, passphraseHash, end].join("\n"))
    .digest("base64url");
}
