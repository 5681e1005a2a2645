import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { AREA_RULES, type Area } from "#lib/audits/areas.ts";
import { evaluate } from "#lib/audits/evaluate.ts";
import { PROFILES, type Profile } from "#lib/audits/observation.ts";
import { shellQuote } from "#lib/audits/parse/shell-quote.ts";
import { ALGORITHM_VERSION, RULES } from "#lib/audits/registry.ts";
import { buildReport, toText } from "#lib/audits/report.ts";
import type { AnyRule } from "#lib/audits/rule.ts";
import { toSarif } from "#lib/audits/sarif.ts";
import { AppError } from "#lib/errors.ts";
import { egressConfigFromEnv, parseAllow, parseServer } from "#lib/probes/config.ts";
import { ProbeFailure } from "#lib/probes/egress/probe-failure.ts";
import { type Auditable, type ObserveOptions, observe } from "#lib/probes/observe.ts";
import { exitOf } from "./audit-exit.ts";
import { ROOT } from "./paths.ts";

const HELP = `Usage: npm run -s launch-ready -- <audit|dns|tls|headers|redirects|mail> <url> [options]

  --rules <area/name,…>      only these rules
  --profile <page|api|alias> pages for people (default), an API, or a name that only leads on
  --alias <host>             another name that must lead here (repeats)
  --expect <address|name>    where the name must lead (repeats)
  --origin <address|name>    the origin behind the edge, which must not answer directly (repeats)
  --selector <name>          a DKIM selector of the mail domain (repeats)
  --dns <ip:port>            resolver to ask (repeats; default: the system's)
  --allow <cidr|host>        lift the refusal of private addresses and local names for just these (repeats; optional :port)
  --format <text|json|sarif>
  --help

Exit code: 0 nothing failed, 1 something failed, 2 could not run, or saw nothing of the host.
`;

const FORMATS = ["text", "json", "sarif"] as const;
type Format = (typeof FORMATS)[number];

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        rules: { type: "string", multiple: true },
        profile: { type: "string", default: "page" },
        alias: { type: "string", multiple: true },
        expect: { type: "string", multiple: true },
        origin: { type: "string", multiple: true },
        selector: { type: "string", multiple: true },
        dns: { type: "string", multiple: true },
        allow: { type: "string", multiple: true },
        format: { type: "string", default: "text" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new AppError("invalid", `${(error as Error).message}\n\n${HELP}`, { cause: error });
  }
}

function chosenRules(lists: string[] | undefined, among: readonly AnyRule[]) {
  if (!lists) return among;
  const ids = lists.flatMap((list) => list.split(/[\s,]+/)).filter((id) => id !== "");
  if (ids.length === 0) throw new AppError("invalid", "--rules names no rule.");
  const unknown = ids.filter((id) => !among.some((rule) => rule.id === id));
  if (unknown.length > 0) {
    throw new AppError(
      "invalid",
      `There is no rule ${unknown.join(", ")}. Known: ${among.map(({ id }) => id).join(", ")}.`,
    );
  }
  return among.filter((rule) => ids.includes(rule.id));
}

function chosenFormat(format: string): Format {
  const known = FORMATS.find((candidate) => candidate === format);
  if (!known) throw new AppError("invalid", `--format is one of ${FORMATS.join(", ")}, not "${format}".`);
  return known;
}

function chosenProfile(profile: string): Profile {
  const known = PROFILES.find((candidate) => candidate === profile);
  if (!known) throw new AppError("invalid", `--profile is one of ${PROFILES.join(", ")}, not "${profile}".`);
  return known;
}

/** `audit`, with the rules of one area alone. */
export function auditOf(area: Area): (args: string[]) => Promise<number> {
  return (args) => auditBy(AREA_RULES[area], args);
}

/** Audits one URL from this machine, with the same engine as the app and no database. */
export function audit(args: string[]): Promise<number> {
  return auditBy(RULES, args);
}

async function auditBy(among: readonly AnyRule[], args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const url = positionals[0];
  if (!url || positionals.length > 1) throw new AppError("invalid", `Give one URL.\n\n${HELP}`);
  const format = chosenFormat(values.format);
  const rules = chosenRules(values.rules, among);
  const notes = {
    profile: chosenProfile(values.profile),
    aliases: values.alias ?? [],
    expects: values.expect ?? [],
    origins: values.origin ?? [],
    selectors: values.selector ?? [],
  };
  const fromEnv = egressConfigFromEnv(process.env);
  const egress = {
    ...fromEnv,
    dns: values.dns ? { ...fromEnv.dns, servers: values.dns.map(parseServer) } : fromEnv.dns,
    allow: [...fromEnv.allow, ...(values.allow ?? []).map(parseAllow)],
  };

  const parts = [...new Set(rules.flatMap((rule) => rule.needs))];
  const showsProgress = process.stderr.isTTY === true;
  let seen = 0;
  const observation = await look(
    { url, notes },
    {
      egress,
      parts,
      onPart: (part) => {
        seen += 1;
        if (showsProgress) process.stderr.write(`\r\x1b[K${seen} of ${parts.length} probes: ${part}`);
      },
    },
  );
  if (showsProgress) process.stderr.write("\r\x1b[K");

  const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as { version: string };
  const results = evaluate(observation, rules);
  const tool = { name: "launch-ready", version, algorithm: ALGORITHM_VERSION };
  const report = buildReport({ tool, observation, results });
  const output: Record<Format, () => string> = {
    text: () => toText(report, { color: process.stdout.isTTY === true }),
    json: () => `${JSON.stringify(report, null, 2)}\n`,
    sarif: () => `${JSON.stringify(toSarif(report), null, 2)}\n`,
  };
  process.stdout.write(output[format]());
  const { code, notice } = exitOf(observation, results);
  if (notice !== null) process.stderr.write(`${notice}\n`);
  return code;
}

const LIFTABLE: ReadonlySet<string> = new Set(["blocked_address", "blocked_host", "blocked_port"]);

/** Observes; a target that the rules refuse, but an `--allow` would let through, is refused with that word. */
async function look(target: Auditable, options: ObserveOptions) {
  try {
    return await observe(target, options);
  } catch (error) {
    if (!(error instanceof AppError && error.cause instanceof ProbeFailure && LIFTABLE.has(error.cause.code)))
      throw error;
    const { url } = target;
    const host = URL.parse(url.includes("://") ? url : `https://${url}`)?.host ?? url;
    throw new AppError("invalid", `${error.message} If it is yours: --allow ${shellQuote(host)}`, { cause: error });
  }
}
