import { expect, it } from "vitest";
import { observe } from "./observe.ts";
import { type Question, type Reply, startDns } from "./testing/dns-server.ts";
import { localConfig } from "./testing/local-config.ts";

const CAA = (value: string) => ({ flags: 0, tag: "issue", value });

/** RFC 8659 §3: an alias is followed at each step up, but what stands above its target does not count. */
function reply({ name, type }: Question): Reply {
  if (name === "app.shop.test" && type !== "CNAME") {
    return { answers: [{ name, type: "CNAME", ttl: 1, data: "edge.provider.test" }] };
  }
  if (name === "shop.test" && type === "CAA") {
    return {
      answers: [
        { name, type: "CNAME", ttl: 1, data: "caa.provider.test" },
        { name: "caa.provider.test", type: "CAA", ttl: 1, data: CAA("ca.test") as never },
      ],
    };
  }
  if (name === "provider.test" && type === "CAA")
    return { answers: [{ name, type, ttl: 1, data: CAA("wrong.test") as never }] };
  return { answers: [] };
}

it("climbs from the host to the first CAA set, through aliases and not above them", async () => {
  await using dns = await startDns(reply);
  const egress = localConfig({ dns: { servers: [dns.server], zones: {} } });
  const { parts } = await observe({ url: "https://app.shop.test/" }, { egress, parts: ["dns"] });
  if (parts.dns.state !== "observed") throw new Error(JSON.stringify(parts.dns));
  expect(parts.dns.value.caa.map(({ name, answers }) => [name, answers[0]?.status, answers[0]?.records])).toEqual([
    ["app.shop.test", "nodata", []],
    ["shop.test", "ok", ['0 issue "ca.test"']],
  ]);
});
