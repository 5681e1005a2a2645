import { customType, timestamp, uuid } from "drizzle-orm/pg-core";
import { uuidv7 } from "#lib/uuid.ts";

export const id = () => uuid("id").primaryKey().$defaultFn(uuidv7);
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const createdAt = () => moment("created_at").notNull();
export const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
