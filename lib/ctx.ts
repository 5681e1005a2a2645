import type { Db } from "#db/client.ts";

export type Actor = { type: "user"; id: string; name: string; isOwner: boolean } | { type: "system"; job: string };

/** What every verb is called with. `db` may be a transaction; `now` is the only clock. */
export type Ctx = { db: Db; actor: Actor; now: Date };
