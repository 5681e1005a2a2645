import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { connect, type Db } from "../client.ts";
import { databaseUrl } from "./database-url.ts";

export type TestDb = { db: Db; sql: postgres.Sql; url: string };

/** A migrated, empty database for this test file alone. Call it once at the top: `const { db } = await testDb();`. */
export async function testDb(): Promise<TestDb> {
  const serverUrl = inject("serverUrl");
  const template = inject("template");
  const name = `${template}_${randomBytes(4).toString("hex")}`;
  await administer(serverUrl, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
  const url = databaseUrl(serverUrl, name);
  const { db, sql, close } = connect(url, 10);
  afterAll(async () => {
    await close();
    await administer(serverUrl, (server) => server`drop database if exists ${server(name)} with (force)`);
  });
  return { db, sql, url };
}

async function administer(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
