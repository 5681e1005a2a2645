import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { type DemoPerson, seedDemo } from "#db/seed/demo.ts";
import { firstJsonLine, launch, type Member } from "./family.ts";
import { freePort } from "./free-port.ts";

/** On from the start, so that the first audit finds real things in several areas. */
const DEMO_FAULTS = [
  "hsts-missing",
  "csp-unsafe-inline",
  "cookie-no-httponly",
  "cors-reflect",
  "dmarc-none",
  "server-banner",
];

type LabReady = { origin: string; port: number; dnsPorts: number[]; controlPort: number; caFile: string };
type DemoFile = { ports: { port: number; dnsPort: number; controlPort: number }; people: DemoPerson[] };

const PEOPLE = [
  { role: "founder", name: "Mira Kovač", email: "mira@ops-copilot.test" },
  { role: "engineer", name: "Jonas Dahl", email: "jonas@ops-copilot.test" },
  { role: "client", name: "Carla Reyes", email: "carla@ops-copilot.test" },
] as const;

/** Made once per installation: ports that stay, since the project stores the address, and passwords of its own. */
async function demoFile(path: string): Promise<DemoFile> {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as DemoFile;
  } catch {
    const made: DemoFile = {
      ports: { port: await freePort(4443), dnsPort: await freePort(4453), controlPort: await freePort(4480) },
      people: PEOPLE.map((person) => ({ ...person, password: `${person.role}-${randomBytes(6).toString("hex")}` })),
    };
    writeFileSync(path, JSON.stringify(made, null, 2), { mode: 0o600 });
    return made;
  }
}

type Demo = { lab: Member; env: Record<string, string>; text: string };

/** Starts the lab with some faults on, seeds the demo project that points at it, and says how to sign in. */
export async function startDemo({ env, directory }: { env: NodeJS.ProcessEnv; directory: string }): Promise<Demo> {
  mkdirSync(directory, { recursive: true });
  const { ports, people } = await demoFile(`${directory}/demo.json`);
  const lab = launch(
    "lab",
    [
      "e2e/lab/main.ts",
      `--port=${ports.port}`,
      `--dns-port=${ports.dnsPort}`,
      `--control-port=${ports.controlPort}`,
      `--directory=${directory}/lab`,
      `--faults=${DEMO_FAULTS.join(",")}`,
    ],
    env,
  );
  const ready = await firstJsonLine<LabReady>(lab);
  await seedDemo({ databaseUrl: env.DATABASE_URL ?? "", origin: ready.origin, people });
  const signIns = people.map((p) => `    ${p.role.padEnd(9)} ${p.email.padEnd(24)} ${p.password}`).join("\n");
  return {
    lab,
    env: {
      DEMO: "1",
      DEMO_LAB_URL: `http://127.0.0.1:${ready.controlPort}`,
      DEMO_SIGN_INS: JSON.stringify(people),
      DNS_ZONES: ready.dnsPorts.map((dnsPort) => `ops-copilot.test=127.0.0.1:${dnsPort}`).join(","),
      EGRESS_ALLOW: `127.0.0.1/32:${ready.port}`,
      AUDIT_CA_FILE: ready.caFile,
    },
    text: `\n  Sign in to the demo as\n${signIns}\n\n  Its target, with faults to switch: http://127.0.0.1:${ready.controlPort}\n`,
  };
}
