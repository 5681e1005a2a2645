import { z } from "zod";
import { ROLES } from "#lib/auth/permissions.ts";
import { AppError } from "#lib/errors.ts";

const SAMPLE_SECRET = /^replace-me/;

const database = {
  DATABASE_URL: z.string("is missing: postgres://user:password@host:5432/database").regex(/^postgres(ql)?:\/\/\S+$/, {
    error: "must look like postgres://user:password@host:5432/database",
  }),
};

const signIn = {
  AUTH_SECRET: z
    .string("is missing: make one with `openssl rand -base64 32`")
    .min(32, "must have at least 32 characters: make one with `openssl rand -base64 32`")
    .refine((secret) => !SAMPLE_SECRET.test(secret), "is still the sample: make one with `openssl rand -base64 32`"),
  /** Where people reach the app. */
  BASE_URL: z
    .url({ protocol: /^https?$/, error: "must be an address like https://launch.example.com" })
    .transform((url) => new URL(url).origin)
    .optional(),
};

const storedCredentials = {
  ENCRYPTION_KEY: z
    .string()
    .refine((key) => Buffer.from(key, "base64").length === 32, "must be 32 bytes in base64: `openssl rand -base64 32`")
    .optional(),
};

/** What whoever finds this installation may use without an account. Read closely by lib/public-target.ts. */
const strangers = {
  PUBLIC_TOOLS: z.enum(["on", "off"], 'must be "on" or "off"').default("on"),
};

const demoPerson = z.object({ role: z.enum(ROLES), name: z.string(), email: z.string(), password: z.string() });

const processes = {
  PORT: z.coerce.number("must be a number").int().min(1).max(65_535, "must be from 1 to 65535").default(3000),
  /** Where this worker says it runs. */
  REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/, "may hold lower-case letters, digits and hyphens")
    .default("local"),
  DEMO: z.enum(["0", "1"], 'must be "0" or "1"').default("0"),
  DEMO_LAB_URL: z.url({ protocol: /^https?$/, error: "must be an address" }).optional(),
  /** JSON; whoever sees the sign-in page may sign in as these people. Counts only while DEMO is "1". */
  DEMO_SIGN_INS: z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "must be JSON" });
        return z.NEVER;
      }
    })
    .pipe(z.array(demoPerson, "must be a list of people"))
    .optional(),
};

/** Read closely by lib/probes; here only so that one schema names every variable. */
const audits = {
  DNS_SERVERS: z.string().default(""),
  DNS_ZONES: z.string().default(""),
  DNS_NAMESERVERS: z.string().default(""),
  EGRESS_ALLOW: z.string().default(""),
  EGRESS_DENY: z.string().default(""),
  EGRESS_PROXY_URL: z.string().optional(),
  NAT64_PREFIX: z.string().optional(),
  AUDIT_USER_AGENT: z.string().optional(),
  AUDIT_CA_FILE: z.string().optional(),
  CHROMIUM_PATH: z.string().optional(),
};

export const envSchema = z
  .object({ ...database, ...signIn, ...storedCredentials, ...processes, ...strangers, ...audits })
  .transform((values) => ({ ...values, BASE_URL: values.BASE_URL ?? `http://localhost:${values.PORT}` }));

export type Env = z.output<typeof envSchema>;

/** @throws AppError unavailable, one line per variable that is wrong. An empty variable counts as absent. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
  throw new AppError("unavailable", `The environment is not right:\n${lines.join("\n")}`);
}

let known: Env | undefined;

/** The process's environment, checked on first use, so that a build needs none of it. */
export function env(): Env {
  known ??= parseEnv(process.env);
  return known;
}
