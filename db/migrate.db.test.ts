import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { migrate } from "./migrate.ts";
import { testDb } from "./testing/test-db.ts";

const { sql, url } = await testDb();

describe("migrate", () => {
  it("changes nothing the second time, also when several processes do it at once", async () => {
    await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const rows = await sql`select * from drizzle.__drizzle_migrations`;
    const files = readdirSync(new URL("./migrations", import.meta.url)).filter((name) => name.endsWith(".sql"));
    expect(rows).toHaveLength(files.length);
  });
});
