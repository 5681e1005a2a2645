import { createServer } from "node:http";
import postgres from "postgres";

/** Stands in for the web server: `/api/health` looks for the database and a worker; any other address never ends. */
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1 });

async function health(): Promise<number> {
  const [row] = await sql`
    select from pg_stat_activity where datname = current_database() and application_name = 'launch-ready-worker'`;
  return row ? 200 : 503;
}

const server = createServer(async (request, response) => {
  if (request.url === "/api/health") response.writeHead(await health().catch(() => 503)).end();
  else response.write("open");
});
server.listen(Number(process.env.PORT), "127.0.0.1");
process.on("SIGTERM", () => server.close(() => process.exit()));
