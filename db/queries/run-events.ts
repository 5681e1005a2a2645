import { RUN_CHANNEL } from "#lib/ledger/notify-run.ts";
import { connection } from "../client.ts";

/**
 * Calls back after each change of a run, and after a broken connection is back, since changes may have been missed.
 * The caller has checked that the run may be seen; what comes is only the wish to look again.
 */
export async function subscribeRun(runId: string, onChange: () => void): Promise<() => Promise<void>> {
  const listener = await connection().sql.listen(
    RUN_CHANNEL,
    (id) => {
      if (id === runId) onChange();
    },
    onChange,
  );
  return () => listener.unlisten();
}
