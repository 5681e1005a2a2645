import { parseArgs } from "node:util";
import { defaultEgressConfig, parseAllow } from "#lib/probes/config.ts";
import { startWorker } from "../worker.ts";

/**
 * A worker to be killed: `node worker-process.ts DATABASE_URL`. It may reach the loopback, and is missed soon;
 * with `--production`, no sooner than in earnest.
 */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { production: { type: "boolean" } } });
const soon = { queues: { heartbeatSeconds: 10, retryDelay: 1 }, superviseSeconds: 1 };
await startWorker({
  url: positionals[0] ?? "",
  egress: { ...defaultEgressConfig(), allow: [parseAllow("127.0.0.0/8")] },
  ...(values.production ? {} : soon),
});
process.stdout.write("ready\n");
