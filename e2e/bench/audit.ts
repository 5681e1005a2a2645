import { labEgress } from "#lab/lab-egress.ts";
import { startLab } from "#lab/start-lab.ts";
import { PART_NAMES, type PartName } from "#lib/audits/observation.ts";
import { dialTcp } from "#lib/probes/egress/dial.ts";
import { observe } from "#lib/probes/observe.ts";
import { ratio, timed } from "./ratio.ts";
import { delayTcp, delayUdp, type Relay } from "./slow-wire.ts";

/** Each way: a host on the same continent. On bare loopback the sum of the work shows, not the longest wait. */
const WIRE_MS = 20;

const lab = await startLab();
const web = await delayTcp(lab.port, WIRE_MS);
const dns = new Map<number, Relay>();

async function slowly(server: string): Promise<string> {
  const port = Number(server.split(":").at(-1));
  const relay = dns.get(port) ?? (await delayUdp(port, WIRE_MS));
  dns.set(port, relay);
  return `127.0.0.1:${relay.port}`;
}

const near = labEgress(lab);
const nameservers = await Promise.all(
  Object.entries(near.dns.nameservers).map(async ([name, server]) => [name, await slowly(server)] as const),
);
const egress = {
  ...near,
  dns: {
    ...near.dns,
    servers: await Promise.all(near.dns.servers.map(slowly)),
    nameservers: Object.fromEntries(nameservers),
  },
};
const dial: typeof dialTcp = (address, port, signal) => dialTcp(address, port === lab.port ? web.port : port, signal);

const audit = (parts: readonly PartName[]) => timed(() => observe(lab.target(), { egress, parts, seams: { dial } }));

/** All probes at once, against the slowest of them alone. */
async function bench(name: string, parts: readonly PartName[]): Promise<void> {
  await ratio(
    name,
    () => audit(parts),
    async () => {
      const single: number[] = [];
      for (const part of parts) single.push(await audit([part]));
      return Math.max(...single);
    },
    { goal: "≤ 1.3" },
  );
}

await bench(`Whole passive audit over a wire of ${WIRE_MS} ms each way, against its slowest single probe`, PART_NAMES);
await bench(
  "The same without the browser",
  PART_NAMES.filter((part) => part !== "browser"),
);
process.exit(0);
