import { getDomain } from "tldts";
import { z } from "zod";
import { AppError } from "#lib/errors.ts";
import { type EgressConfig, egressConfigFromEnv } from "#lib/probes/config.ts";
import { isLiteral, parseTarget } from "#lib/probes/parse-target.ts";
import { targetUrlSchema } from "#lib/target-url.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Whether this installation lets people without an account use its tools: `PUBLIC_TOOLS=off` says no. */
export function offersPublicTools(env: Env = process.env): boolean {
  return env.PUBLIC_TOOLS !== "off";
}

/**
 * What strangers may have looked at. The operator opened private addresses and zones for the projects of people with an
 * account, so none of that counts here; but for the demo, whose one private address is that of its own lab.
 */
export function publicEgress(config: EgressConfig, env: Env = process.env): EgressConfig {
  if (env.DEMO === "1") return config;
  const { servers } = config.dns;
  return { ...config, allow: [], dns: { servers, zones: {}, nameservers: {} } };
}

const WEB_PORTS: ReadonlySet<number> = new Set([80, 443]);

/**
 * What a visitor typed, as the host that is looked at, over https: path, query and scheme are dropped unread. The port is
 * one of the web, or one that the demo's lab has.
 */
export const publicHostSchema = z
  .string()
  .trim()
  .min(1, "Give the name of a host, like app.example.com.")
  .pipe(targetUrlSchema)
  .transform((url, context) => {
    const { hostname, port } = new URL(url);
    const named = WEB_PORTS.has(Number(port)) ? hostname : new URL(url).host;
    const problem = problemOf(named);
    if (problem !== null) context.addIssue({ code: "custom", message: problem });
    return problem === null ? named.replace(/\.(?=:|$)/, "") : z.NEVER;
  });

/** The address that stands for a host that passed `publicHostSchema`. */
export function publicUrl(host: string): string {
  return `https://${host}/`;
}

function problemOf(named: string): string | null {
  const policy = publicEgress(egressConfigFromEnv(process.env));
  const { hostname } = new URL(publicUrl(named));
  if (isLiteral(hostname.replace(/^\[|\]$/g, ""))) {
    return "Give the name of a host, like app.example.com. Addresses made of numbers are not checked here.";
  }
  try {
    const { host, port } = parseTarget(publicUrl(named), policy);
    if (!WEB_PORTS.has(port) && !policy.allow.some((entry) => entry.port === port)) {
      return "Only the ports of the web, 80 and 443, are looked at here. Leave the port out.";
    }
    if (getDomain(host, { allowPrivateDomains: true, validateHostname: false }) === null) {
      return `Under ${host} others register their names; it is nobody's own. Give the name of one product.`;
    }
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
