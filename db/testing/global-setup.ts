import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../embedded.ts";
import { migrate } from "../migrate.ts";
import { databaseUrl } from "./database-url.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server on which databases may be created. */
    serverUrl: string;
    /** The migrated, empty database that each test file copies; the copies' names begin with its name. */
    template: string;
  }
}

/** Nothing in a test database outlives the tests, so nothing has to reach the disk. */
const FORGETFUL = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

export async function setup(project: TestProject) {
  const server = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL, stop: async () => {} } : await temporary();
  const template = `launch_ready_test_${randomBytes(4).toString("hex")}`;
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  await sql`create database ${sql(template)}`;
  await migrate(databaseUrl(server.url, template));
  project.provide("serverUrl", server.url);
  project.provide("template", template);

  return async () => {
    const left = await sql<{ name: string }[]>`
      select datname as name from pg_database where starts_with(datname, ${template})`;
    for (const { name } of left) await sql`drop database if exists ${sql(name)} with (force)`;
    await sql.end();
    await server.stop();
  };
}

async function temporary() {
  const directory = await mkdtemp(join(tmpdir(), "launch-ready-test-"));
  const server = await startEmbedded({ directory, settings: FORGETFUL });
  const stop = async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}
