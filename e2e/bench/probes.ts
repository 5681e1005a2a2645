import { Resolver } from "node:dns/promises";
import { connect, type SecureVersion } from "node:tls";
import { labEgress } from "#lab/lab-egress.ts";
import { HOST } from "#lab/names.ts";
import { startLab } from "#lab/start-lab.ts";
import type { PartName } from "#lib/audits/observation.ts";
import { observe } from "#lib/probes/observe.ts";
import { ratio, timed } from "./ratio.ts";

const lab = await startLab();
const egress = labEgress(lab);
const audit = (parts: PartName[]) => observe(lab.target(), { egress, parts });

const VERSIONS: SecureVersion[] = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

function shakeHands(version: SecureVersion): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({
      port: lab.port,
      host: "127.0.0.1",
      servername: HOST,
      minVersion: version,
      maxVersion: version,
      ciphers: "DEFAULT@SECLEVEL=0",
      rejectUnauthorized: false,
    });
    const end = () => {
      socket.destroy();
      resolve();
    };
    socket.once("secureConnect", end).once("error", end);
  });
}

await ratio(
  "TLS versions and certificate of a host, against four bare handshakes at once",
  () => timed(() => audit(["tls"])),
  () => timed(() => Promise.all(VERSIONS.map(shakeHands))),
  { goal: "≤ 2" },
);

/** Every question that the mail parts put, as name and type. */
async function mailQuestions(): Promise<[name: string, type: string][]> {
  const found = new Map<string, [string, string]>();
  const read = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("name" in value && "type" in value && "answers" in value) {
      found.set(`${value.name} ${value.type}`, [String(value.name), String(value.type)]);
    }
    for (const inner of Object.values(value)) read(inner);
  };
  const { parts } = await audit(["mail", "mailAuth"]);
  read([parts.mail, parts.mailAuth]);
  return [...found.values()];
}

const questions = await mailQuestions();
const resolvers = egress.dns.servers.map((server) => {
  const resolver = new Resolver();
  resolver.setServers([server]);
  return resolver;
});

await ratio(
  `Mail DNS of a domain (${questions.length} names, 2 resolvers, one policy over https), against node:dns asking them all at once`,
  () => timed(() => audit(["mail", "mailAuth"])),
  () =>
    timed(() =>
      Promise.all(
        questions.flatMap(([name, type]) =>
          resolvers.map((resolver) => resolver.resolve(name, type).catch(() => undefined)),
        ),
      ),
    ),
  { goal: "≤ 2" },
);
process.exit(0);
