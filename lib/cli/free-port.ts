import { createServer } from "node:net";
import { AppError } from "#lib/errors.ts";

/** Listens and lets go again. Answers the port, which the system chooses when it is 0. */
function tryPort(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const chosen = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve(chosen));
    });
  });
}

const REASONS: Record<string, (port: number) => string> = {
  EADDRINUSE: (port) => `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`,
  EACCES: (port) => `Port ${port} needs more rights than this account has. Choose another one: PORT=3000 npm start`,
};

/** Throws a sentence that says what is wrong with port or host, and the way out. */
export async function requirePort(port: number, host: string): Promise<void> {
  try {
    await tryPort(port, host);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    const sentence = REASONS[code]?.(port) ?? `HOST "${host}" is not an address of this machine (${code}).`;
    throw new AppError("unavailable", sentence, { cause });
  }
}

const STEP = 100;

/**
 * The wanted port if it is free, else the next one in steps that keep neighbours apart. One that the system chooses is
 * the last resort: any outgoing connection may take it before we do.
 */
export async function freePort(wanted: number, host = "127.0.0.1"): Promise<number> {
  for (let port = wanted; port < wanted + 20 * STEP; port += STEP) {
    const found = await tryPort(port, host).catch(() => null);
    if (found !== null) return found;
  }
  return tryPort(0, host);
}
