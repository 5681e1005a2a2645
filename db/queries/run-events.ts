import { RUN_CHANNEL } from "#lib/ledger/notify-run.ts";
import { connection } from "../client.ts";

type Callback = () => void;
type Subscribers = Map<string, Set<Callback>>;

/** One LISTEN per pool, kept for its life: it costs one connection, however many look on. */
const channels = new WeakMap<object, { subscribers: Subscribers; isListening: Promise<unknown> }>();

function channel() {
  const { sql } = connection();
  const known = channels.get(sql);
  if (known) return known;
  const subscribers: Subscribers = new Map();
  const tell = (callbacks: Iterable<Callback> = []) => {
    for (const callback of [...callbacks]) callback();
  };
  const isListening = sql.listen(
    RUN_CHANNEL,
    (id) => tell(subscribers.get(id)),
    // Also after a broken connection is back: changes may have been missed.
    () => tell([...subscribers.values()].flatMap((callbacks) => [...callbacks])),
  );
  const made = { subscribers, isListening };
  channels.set(sql, made);
  isListening.catch(() => channels.delete(sql));
  return made;
}

/**
 * Calls back after each change of a run, and after a broken connection is back, since changes may have been missed.
 * The caller has checked that the run may be seen; what comes is only the wish to look again.
 */
export async function subscribeRun(runId: string, onChange: Callback): Promise<() => Promise<void>> {
  const { subscribers, isListening } = channel();
  const callbacks = subscribers.get(runId) ?? new Set<Callback>();
  subscribers.set(runId, callbacks.add(onChange));
  const unsubscribe = async () => {
    callbacks.delete(onChange);
    if (callbacks.size === 0 && subscribers.get(runId) === callbacks) subscribers.delete(runId);
  };
  try {
    await isListening;
  } catch (error) {
    await unsubscribe();
    throw error;
  }
  return unsubscribe;
}
