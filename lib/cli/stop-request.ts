/** Aborted by the first Ctrl-C or SIGTERM. Later ones change nothing: an impatient one must not leave a database behind. */
export function stopRequest(): AbortSignal {
  const request = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => request.abort());
  // The terminal may close before we do; what we say then is lost, but not what we still have to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  return request.signal;
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
