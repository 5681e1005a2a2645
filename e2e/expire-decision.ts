import postgres from "postgres";
import { read, workerPid } from "./pause-worker.ts";

/**
 * Moves the end of a risk's decision into the past, in the throwaway database, as the clock would if one waited: the
 * product's own clock cannot be moved. False where the product's database cannot be told, which is without /proc.
 */
export async function expireDecision(project: string, risk: number): Promise<boolean> {
  const pid = workerPid();
  const variable = pid === undefined ? undefined : read(pid, "environ").find((one) => one.startsWith("DATABASE_URL="));
  if (variable === undefined) return false;
  const sql = postgres(variable.replace("DATABASE_URL=", ""), { max: 1 });
  try {
    const moved = await sql`
      update decisions set expires_at = now() - interval '1 minute'
      from risks, projects
      where decisions.risk_id = risks.id and risks.number = ${risk}
        and projects.id = risks.project_id and projects.slug = ${project}`;
    return moved.count > 0;
  } finally {
    await sql.end();
  }
}
