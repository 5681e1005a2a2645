import type { Socket } from "node:net";
import type { TlsOptions } from "node:tls";
import { describe, expect, it } from "vitest";
import { dialTcp } from "./egress/dial.ts";
import { inProcessSlot, PER_PROCESS } from "./egress/slots.ts";
import { observe } from "./observe.ts";
import { createAuthority, createServed, type Served } from "./testing/certificates.ts";
import { startDns, zone } from "./testing/dns-server.ts";
import { localConfig } from "./testing/local-config.ts";
import { serveHttps } from "./testing/servers.ts";

const root = createAuthority("root");
const intermediate = createAuthority("intermediate", root);
const stranger = createAuthority("stranger");
const subjects = (chain: { subject: string }[]) => chain.map(({ subject }) => subject);

async function look(served: Served, options: TlsOptions = {}) {
  await using dns = await startDns(zone({ "site.test": { A: ["127.0.0.1"] } }));
  await using server = await serveHttps({ ...served, ...options }, (_request, response) => response.end());
  const egress = localConfig({ dns: { servers: [dns.server], zones: {} }, extraCa: [root.pem] });
  const { parts } = await observe({ url: `https://site.test:${server.port}/` }, { egress, parts: ["tls"] });
  if (parts.tls.state !== "observed") throw new Error(JSON.stringify(parts.tls));
  return parts.tls.value;
}

describe("the TLS probe", () => {
  it("shows the chain as it was sent, even in the wrong order and with the root", async () => {
    const sent = [root, intermediate];
    const { chain, trusted } = await look(createServed(["site.test"], intermediate, sent));
    expect([subjects(chain), trusted]).toEqual([["CN=site.test", "CN=root", "CN=intermediate"], true]);
  });

  it.each(["TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"])(
    "shows it so also where only TLS 1.3 is spoken, under %s",
    async (ciphers) => {
      const only = { minVersion: "TLSv1.3", ciphers } as const;
      const value = await look(createServed(["site.test"], intermediate, [root, intermediate]), only);
      expect([subjects(value.chain), value.chainAsSent, value.cipher]).toEqual([
        ["CN=site.test", "CN=root", "CN=intermediate"],
        true,
        ciphers,
      ]);
    },
  );

  it("shows a missing intermediate as missing", async () => {
    const { chain, trusted, trustError } = await look(createServed(["site.test"], intermediate));
    expect([subjects(chain), trusted, trustError]).toEqual([
      ["CN=site.test"],
      false,
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    ]);
  });

  it("does not show a trusted root that was not sent, also when only TLS 1.3 is spoken", async () => {
    const { chain, versions } = await look(createServed(["site.test"], intermediate, [intermediate]), {
      minVersion: "TLSv1.3",
    });
    expect(subjects(chain)).toEqual(["CN=site.test", "CN=intermediate"]);
    expect(versions).toEqual({ "TLSv1.3": true, "TLSv1.2": false, "TLSv1.1": false, TLSv1: false });
  });

  it("tells the name and the trust apart", async () => {
    expect(await look(createServed(["other.test"], root))).toMatchObject({ trusted: true, nameMatches: false });
    expect(await look(createServed(["site.test"], stranger))).toMatchObject({ trusted: false, nameMatches: true });
  });

  it("finds every version that a server still speaks", async () => {
    const old = { minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" } as const;
    const { versions, protocol } = await look(createServed(["site.test"], root), old);
    expect([versions, protocol]).toEqual([
      { "TLSv1.3": true, "TLSv1.2": true, "TLSv1.1": true, TLSv1: true },
      "TLSv1.3",
    ]);
    const only = await look(createServed(["site.test"], root), { ...old, maxVersion: "TLSv1" });
    expect([only.versions["TLSv1.2"], only.protocol, subjects(only.chain)]).toEqual([false, "TLSv1", ["CN=site.test"]]);
  });

  it("reads names, dates, key and signature of a certificate", async () => {
    const names = Array.from({ length: 300 }, (_, index) => `n${index}.site.test`);
    const { chain } = await look(createServed(["site.test", ...names], root));
    expect(chain[0]).toMatchObject({
      namesTotal: 301,
      keyType: "ec",
      keyBits: 256,
      selfIssued: false,
      issuer: "CN=root",
    });
    expect([chain[0]?.names.length, chain[0]?.names[1]]).toEqual([200, "n0.site.test"]);
    expect(chain[0]?.signatureAlgorithm).toMatch(/sha256/i);
    expect(Date.parse(chain[0]?.validTo ?? "")).toBeGreaterThan(Date.now());
  });

  it("takes a slot of the process for each handshake", async () => {
    const { promise: isDone, resolve: finish } = Promise.withResolvers<void>();
    const signal = new AbortController().signal;
    const others = Array.from({ length: PER_PROCESS - 1 }, () => inProcessSlot(signal, () => isDone));
    await using server = await serveHttps(createServed(["site.test"], root), (_request, response) => response.end());
    const sockets: Socket[] = [];
    let most = 0;
    const dial: typeof dialTcp = async (...to) => {
      const socket = await dialTcp(...to);
      sockets.push(socket);
      most = Math.max(most, sockets.filter(({ destroyed }) => !destroyed).length);
      return socket;
    };
    const url = `https://127.0.0.1:${server.port}/`;
    await observe({ url }, { egress: localConfig(), parts: ["tls"], seams: { dial } });
    finish();
    await Promise.all(others);
    expect([sockets.length, most]).toEqual([4, 1]);
  });
});
