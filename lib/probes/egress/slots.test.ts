import { expect, it } from "vitest";
import { inSlot } from "./slots.ts";

it("runs at most two at once for a registrable domain, its subdomains included", async () => {
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
  };
  const hosts = ["shop.example.com", "www.shop.example.com", "example.com", "api.example.com", "example.com"];
  await Promise.all(hosts.map((host) => inSlot(host, new AbortController().signal, work)));
  expect(most).toBe(2);
});

it("gives its slots back when the work fails", async () => {
  const fail = () => inSlot("fail.example.com", new AbortController().signal, () => Promise.reject(new Error("no")));
  await Promise.allSettled([fail(), fail(), fail()]);
  await expect(inSlot("fail.example.com", AbortSignal.timeout(1_000), () => Promise.resolve("ran"))).resolves.toBe(
    "ran",
  );
});
