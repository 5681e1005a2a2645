import { hash, verify } from "@node-rs/argon2";
import { PASSWORD_BYTES_MAX } from "./password-policy.ts";

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const CONCURRENT_MAX = 4;

/** Of a random password that nobody kept: what an unknown person's attempt is compared with. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$k5IrINPC/ZlAjq7ebUEzOw$o0GE/FFS3ae1K965wSFSHLOcuTLwbQ3H9fxwMZ9/1e8";

let running = 0;
const waiting: (() => void)[] = [];

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST));
}

/** Does the same work when there is no hash to compare with (`null`: the person is unknown). */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isTooLong = Buffer.byteLength(password) > PASSWORD_BYTES_MAX;
  const isSame = await inTurn(() => verify(passwordHash ?? NOBODYS_HASH, isTooLong ? "" : password));
  return isSame && passwordHash !== null && !isTooLong;
}

/** Whether a stored hash is cheaper to guess than one made today. */
export function isOutdated(passwordHash: string): boolean {
  const [, m, t] = passwordHash.match(/^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/) ?? [];
  return !(Number(m) >= COST.memoryCost && Number(t) >= COST.timeCost);
}

/** A few at a time: each takes 19 MiB and a core. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= CONCURRENT_MAX) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
