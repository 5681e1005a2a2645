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
  ["public", "pass", "a wildcard with credentials lets nobody's session in", lets(["foreign"], "true", "*")],
  ["reflects", "warn", "the origin is reflected without credentials", lets(["foreign", "null"], null)],
  ["reflects", "warn", "the credentials word is not exact", lets(["foreign"], "True")],
  ["plain-http-origin", "fail", "the plain twin is let in", lets(["http"], "true")],
  ["null-origin", "fail", "null is let in", lets(["null", "http"], "true")],
  ["look-alike", "fail", "a host that ends alike is let in", lets(["suffix"], "true")],
  ["look-alike", "fail", "a host that begins alike is let in", lets(["prefix", "null"], "true")],
  [
    "reflects-with-credentials",
    "fail",
    "every origin is let in",
    lets(["foreign", "null", "prefix", "suffix", "http"], "true"),
  ],
  ["not-tried", "inconclusive", "nothing was tried", { cors: { trials: [] } }],
]);
