import { startBrowser } from "../browser-process.ts";

/** Starts a browser, says its process id, and waits to be killed. */
const [executable = ""] = process.argv.slice(2);
const browser = await startBrowser({ executable, proxyPort: 1, trustedKeys: [], signal: new AbortController().signal });
process.stdout.write(`${browser.pid}\n`);
setInterval(() => undefined, 1_000);
