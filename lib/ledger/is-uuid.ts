import { z } from "zod";

const uuid = z.uuid();

/** For ids from a path: what is no UUID names nothing, and Postgres would refuse to look for it. */
export function isUuid(text: string): boolean {
  return uuid.safeParse(text).success;
}
