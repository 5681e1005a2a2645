import { randomBytes } from "node:crypto";
import postgres from "postgres";

/** With DATABASE_URL set, a database of our own on that server; without, nothing: the embedded one serves. */
export async function throwawayDatabase(): Promise<{ env: Record<string, string>; drop(): Promise<void> }> {
  const server = process.env.DATABASE_URL;
  if (!server) return { env: {}, drop: () => Promise.resolve() };
  const name = `launch_ready_e2e_${randomBytes(4).toString("hex")}`;
  const run = async (statement: string) => {
    const sql = postgres(server, { max: 1 });
    await sql.unsafe(statement);
    await sql.end();
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { env: { DATABASE_URL: url.href }, drop: () => run(`drop database ${name} with (force)`) };
}
