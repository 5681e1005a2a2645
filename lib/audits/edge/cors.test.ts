import type { PartValue } from "../observation.ts";
import type { Changes } from "../testing/healthy-observation.ts";
import { HEALTHY } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { cors } from "./cors.ts";

type Kind = PartValue<"cors">["trials"][number]["kind"];

/** Trials of these kinds are reflected (or answered as given); the others are not let in. */
function lets(kinds: readonly Kind[], allowCredentials: string | null, allowOrigin?: string): Changes {
  const trials = HEALTHY.cors.trials.map((trial) => {
    return kinds.includes(trial.kind)
      ? { ...trial, allowOrigin: allowOrigin ?? trial.origin, allowCredentials }
      : trial;
  });
  return { cors: { trials } };
}

/** The same trials with Vary: Origin. */
function varying({ cors }: Changes): Changes {
  return { cors: { trials: (cors?.trials ?? []).map((trial) => ({ ...trial, vary: "Accept, Origin" })) } };
}

testOutcomes(cors, [
  ["ok", "pass", "no origin is let in", {}],
  [
    "ok",
    "pass",
    "only the own origin is named, whatever is asked",
    lets(["foreign", "null", "prefix", "suffix", "http"], "true", "https://example.com"),
  ],
  [
    "ok",
    "pass",
    "the reflected origin differs by a slash, which browsers refuse",
    lets(["foreign"], "true", "https://attacker.example/"),
  ],
  ["public", "pass", "everyone may read without credentials", lets(["foreign", "null"], null, "*")],
  ["ok", "pass", "a subdomain may read what is public", varying(lets(["subdomain"], null))],
  ["vary-missing", "warn", "caches are not told that the answer differs by origin", lets(["subdomain"], null)],
  [
    "several-values",
    "warn",
    "two origins are named, which browsers refuse",
    lets(["foreign"], null, "https://a.example, https://b.example"),
  ],
  [
    "wildcard-credentials",
    "warn",
    "a wildcard with credentials lets nobody's session in",
    lets(["foreign"], "true", "*"),
  ],
  ["any-subdomain", "warn", "every subdomain is let in", lets(["subdomain"], "true")],
  ["reflects", "warn", "the origin is reflected without credentials", lets(["foreign", "null"], null)],
  ["reflects", "warn", "the credentials word is not exact", lets(["foreign"], "True")],
  ["plain-http-origin", "fail", "the plain twin is let in", lets(["http"], "true")],
  ["null-origin", "fail", "null is let in", lets(["null", "http"], "true")],
  ["look-alike", "fail", "a host that ends alike is let in", lets(["suffix"], "true")],
  ["look-alike", "fail", "a host that begins alike is let in", lets(["prefix", "http"], "true")],
  [
    "reflects-with-credentials",
    "fail",
    "every origin is let in",
    lets(["foreign", "null", "prefix", "suffix", "http"], "true"),
  ],
  ["not-tried", "inconclusive", "nothing was tried", { cors: { trials: [] } }],
]);
