import { expect, it, vi } from "vitest";
import { evaluate } from "#lib/audits/evaluate.ts";
import { observe } from "./observe.ts";
import { createAuthority, createServed } from "./testing/certificates.ts";
import { startDns, zone } from "./testing/dns-server.ts";
import { localConfig } from "./testing/local-config.ts";
import { serveHttps } from "./testing/servers.ts";

vi.mock("./browser-path.ts", () => ({ findBrowser: () => undefined }));

it("says of a worker without a browser that nothing was looked at, and judges nothing", async () => {
  const root = createAuthority("root");
  await using dns = await startDns(zone({ "site.test": { A: ["127.0.0.1"] } }));
  await using server = await serveHttps(createServed(["site.test"], root), (_request, response) => response.end());
  const egress = localConfig({ dns: { servers: [dns.server], zones: {} }, extraCa: [root.pem] });
  const observation = await observe({ url: `https://site.test:${server.port}/` }, { egress, parts: ["browser"] });
  expect(observation.parts.browser).toMatchObject({
    state: "not_attempted",
    reason: expect.stringContaining("This worker has no browser"),
  });
  const results = evaluate(observation).filter(({ rule }) => rule.startsWith("edge/browser-"));
  expect(results.map(({ verdict }) => verdict)).toEqual(["not_run", "not_run"]);
  expect(results[0]?.summary).toContain("CHROMIUM_PATH");
});

it.each(["api", "alias"] as const)("does not visit a host that is noted as %s", async (profile) => {
  const target = { url: "https://127.0.0.1:8443/", notes: { profile } };
  const { parts } = await observe(target, { egress: localConfig(), parts: ["browser"] });
  expect(parts.browser).toMatchObject({ state: "not_attempted" });
});
