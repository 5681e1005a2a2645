import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type DemoNotes, type DemoPerson, seedDemo } from "#db/seed/demo.ts";
import { AppError } from "#lib/errors.ts";
import { firstJsonLine, launch, type Member } from "./family.ts";
import { freePort } from "./free-port.ts";
import { makeDataDirectory } from "./paths.ts";

/** On from the start, so that the first audit finds real things in several areas. */
const DEMO_FAULTS = [
  "hsts-missing",
  "csp-unsafe-inline",
  "cookie-no-httponly",
  "cors-reflect",
  "dmarc-none",
  "server-banner",
];

type LabReady = {
  origin: string;
  port: number;
  dnsPorts: number[];
  nameservers: Record<string, string>;
  /** The domains that its resolvers answer for. */
  zones: string[];
  /** What the product's own people would say of it. */
  notes: DemoNotes;
  controlPort: number;
  caFile: string;
};
type DemoFile = { ports: { port: number; dnsPort: number; controlPort: number }; people: DemoPerson[] };

const PEOPLE = [
  { role: "founder", name: "Mira Kovač", email: "mira@ops-copilot.test" },
  { role: "engineer", name: "Jonas Dahl", email: "jonas@ops-copilot.test" },
  { role: "client", name: "Carla Reyes", email: "carla@ops-copilot.test" },
] as const;

const FIRST_PORTS = { port: 4443, dnsPort: 4453, controlPort: 4480 };

/** Passwords of the installation's own, made once. The ports of last time, where they are still free. */
async function demoFile(path: string): Promise<DemoFile> {
  const known = existsSync(path) ? readDemoFile(path) : null;
  const { port, dnsPort, controlPort } = known?.ports ?? FIRST_PORTS;
  const demo: DemoFile = {
    ports: {
      port: await freePort(port),
      dnsPort: await freePort(dnsPort),
      controlPort: await freePort(controlPort),
    },
    people:
      known?.people ??
      PEOPLE.map((person) => ({ ...person, password: `${person.role}-${randomBytes(6).toString("hex")}` })),
  };
  writeFileSync(path, JSON.stringify(demo, null, 2), { mode: 0o600 });
  return demo;
}

function readDemoFile(path: string): DemoFile {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as DemoFile;
  } catch (cause) {
    throw new AppError("unavailable", `${path} is damaged. Delete it, and the demo's people get new passwords.`, {
      cause,
    });
  }
}

type Demo = { env: Record<string, string>; text: string; seed(databaseUrl: string): Promise<void> };

/**
 * Starts the lab with some faults on, and says how to sign in.
 * @param onLaunch hears of the lab before it is ready, since it has to be stopped from then on.
 */
export async function startDemo(directory: string, onLaunch: (lab: Member) => void): Promise<Demo> {
  makeDataDirectory(directory);
  const { ports, people } = await demoFile(`${directory}/demo.json`);
  const lab = launch("lab", {
    argv: [
      "e2e/lab/main.ts",
      `--port=${ports.port}`,
      `--dns-port=${ports.dnsPort}`,
      `--control-port=${ports.controlPort}`,
      `--directory=${directory}/lab`,
      `--faults=${DEMO_FAULTS.join(",")}`,
    ],
    env: process.env,
    stdout: "pipe",
  });
  onLaunch(lab);
  const ready = await firstJsonLine<LabReady>(lab);
  const signIns = people.map((p) => `    ${p.role.padEnd(9)} ${p.email.padEnd(24)} ${p.password}`).join("\n");
  return {
    env: {
      DEMO: "1",
      DEMO_LAB_URL: `http://127.0.0.1:${ready.controlPort}`,
      DEMO_SIGN_INS: JSON.stringify(people),
      DNS_ZONES: ready.zones.flatMap((zone) => ready.dnsPorts.map((port) => `${zone}=127.0.0.1:${port}`)).join(","),
      DNS_NAMESERVERS: Object.entries(ready.nameservers)
        .map((pair) => pair.join("="))
        .join(","),
      EGRESS_ALLOW: [`127.0.0.1:${ready.port}`, ...ready.notes.origins].join(","),
      AUDIT_CA_FILE: ready.caFile,
    },
    text: `\n  Sign in to the demo as\n${signIns}\n\n  Its target, with faults to switch: http://127.0.0.1:${ready.controlPort}\n`,
    seed: (databaseUrl) => seedDemo({ databaseUrl, origin: ready.origin, notes: ready.notes, people }),
  };
}
