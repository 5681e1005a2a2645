import { parseArgs } from "node:util";
import { isFaultName } from "./faults.ts";
import { ZONES } from "./names.ts";
import { startLab } from "./start-lab.ts";

const USAGE =
  "Usage: node e2e/lab/main.ts [--port N] [--dns-port N] [--control-port N] [--directory PATH] [--faults name,name]";

function stop(message: string): never {
  process.stderr.write(`${message}\n${USAGE}\n`);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        port: { type: "string", default: "0" },
        "dns-port": { type: "string", default: "0" },
        "control-port": { type: "string", default: "0" },
        directory: { type: "string" },
        faults: { type: "string", default: "" },
      },
    }).values;
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}

function portFrom(text: string): number {
  const port = Number(text);
  return /^\d+$/.test(text) && port <= 65_535 ? port : stop(`"${text}" is not a port.`);
}

const options = readOptions();
const faults = options.faults
  .split(",")
  .filter((name) => name !== "")
  .map((name) => (isFaultName(name) ? name : stop(`The lab has no fault "${name}".`)));

try {
  const lab = await startLab({
    port: portFrom(options.port),
    dnsPort: portFrom(options["dns-port"]),
    controlPort: portFrom(options["control-port"]),
    directory: options.directory,
    faults,
  });
  let isStopping = false;
  const close = () => {
    if (isStopping) return;
    isStopping = true;
    void lab.close().finally(() => process.connected && process.disconnect());
  };
  process.on("SIGINT", close).on("SIGTERM", close).on("disconnect", close);
  const { origin, port, dnsPort, dnsPorts, nameservers, controlPort, controlUrl, caFile } = lab;
  const { notes } = lab.target();
  const ready = { origin, port, dnsPort, dnsPorts, nameservers, zones: ZONES, notes, controlPort, controlUrl, caFile };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
} catch (error) {
  stop(`The lab cannot start: ${error instanceof Error ? error.message : String(error)}`);
}
