import { defaultEgressConfig, parseAllow } from "#lib/probes/config.ts";
import { startWorker } from "../worker.ts";

/** A worker to be killed: `node worker-process.ts DATABASE_URL`. It may reach the loopback, and is missed soon. */
const [url = ""] = process.argv.slice(2);
await startWorker({
  url,
  egress: { ...defaultEgressConfig(), allow: [parseAllow("127.0.0.0/8")] },
  queues: { heartbeatSeconds: 10, retryDelay: 1 },
  superviseSeconds: 1,
});
process.stdout.write("ready\n");
