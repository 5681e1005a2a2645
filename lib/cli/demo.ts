import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { DEMO_PEOPLE, seedDemo } from "#db/seed/demo.ts";
import { firstJsonLine, launch, type Member } from "./family.ts";
import { freePort } from "./free-port.ts";

type LabReady = { origin: string; port: number; dnsPort: number; controlPort: number; caFile: string };
type Ports = { port: number; dnsPort: number; controlPort: number };

/** The demo's address is stored in its project, so its ports stay the same from start to start. */
async function stablePorts(file: string): Promise<Ports> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Ports;
  } catch {
    const ports = { port: await freePort(4443), dnsPort: await freePort(4453), controlPort: await freePort(4480) };
    writeFileSync(file, JSON.stringify(ports));
    return ports;
  }
}

type Demo = { lab: Member; env: Record<string, string>; text: string };

/** Starts the lab with some faults on, seeds the demo project that points at it, and says how to sign in. */
export async function startDemo({ env, directory }: { env: NodeJS.ProcessEnv; directory: string }): Promise<Demo> {
  mkdirSync(directory, { recursive: true });
  const ports = await stablePorts(`${directory}/lab.json`);
  const lab = launch(
    "lab",
    [
      "e2e/lab/main.ts",
      `--port=${ports.port}`,
      `--dns-port=${ports.dnsPort}`,
      `--control-port=${ports.controlPort}`,
      `--directory=${directory}/lab`,
      "--faults=demo",
    ],
    env,
  );
  const ready = await firstJsonLine<LabReady>(lab);
  await seedDemo({ databaseUrl: env.DATABASE_URL ?? "", origin: ready.origin });
  const people = DEMO_PEOPLE.map((p) => `    ${p.role.padEnd(9)} ${p.email}  ${p.password}`).join("\n");
  return {
    lab,
    env: {
      DEMO: "1",
      DEMO_LAB_URL: `http://127.0.0.1:${ready.controlPort}`,
      DNS_ZONES: `ops-copilot.test=127.0.0.1:${ready.dnsPort}`,
      EGRESS_ALLOW: `127.0.0.1/32:${ready.port}`,
      AUDIT_CA_FILE: ready.caFile,
    },
    text: `\n  Sign in to the demo as\n${people}\n\n  Its target, with faults to switch: http://127.0.0.1:${ready.controlPort}\n`,
  };
}
