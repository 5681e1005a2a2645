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

/** Throws a sentence that names the port and the way out when it is taken or not allowed. */
export async function requirePort(port: number, host: string): Promise<void> {
  try {
    await tryPort(port, host);
  } catch (error) {
    const isDenied = (error as NodeJS.ErrnoException).code === "EACCES";
    const why = isDenied ? "needs more rights than this account has" : "is taken by another program";
    throw new AppError("unavailable", `Port ${port} ${why}. Choose another one: PORT=${port + 1} npm start`, {
      cause: error,
    });
  }
}

/** The wanted port if it is free, else one that the system chooses. */
export async function freePort(wanted: number, host = "127.0.0.1"): Promise<number> {
  return tryPort(wanted, host).catch(() => tryPort(0, host));
}
