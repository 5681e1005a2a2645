import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";

/** A cluster of one's own, with our schema, that can be restarted in its place. */
export async function restartablePostgres() {
  const parent = await mkdtemp(join(tmpdir(), "launch-ready-restart-"));
  // The user that PostgreSQL runs as must be able to enter it.
  await chmod(parent, 0o755);
  const directory = join(parent, "postgres");
  let server = await startEmbedded({ directory });
  const { url } = server;
  await migrate(url);
  return {
    url,
    /** Ends all sessions and comes back at the same address. `whileDown` runs in between. */
    async restart(whileDown: () => Promise<unknown> = () => Promise.resolve()) {
      await server.stop();
      await whileDown();
      server = await startEmbedded({ directory, port: Number(new URL(url).port) });
    },
    async remove() {
      await server.stop();
      await rm(parent, { recursive: true, force: true });
    },
  };
}
