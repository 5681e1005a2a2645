import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readUnsealedChain } from "./sent-chain.ts";
import { serverSecretOf, unsealHandshake } from "./unseal-handshake.ts";

const SUITE = "TLS_AES_128_GCM_SHA256";
const record = (type: number, content: Buffer) =>
  Buffer.concat([Buffer.from([type, 3, 3, content.length >> 8, content.length & 0xff]), content]);

describe("unsealing a handshake", () => {
  it("gives nothing for records under another key, cut records or a suite that is not known", () => {
    const secret = randomBytes(32);
    const sealed = Buffer.concat([
      record(22, randomBytes(90)),
      record(20, Buffer.from([1])),
      record(23, randomBytes(900)),
    ]);
    expect(unsealHandshake(sealed, secret, SUITE)).toHaveLength(0);
    expect(unsealHandshake(sealed.subarray(0, -1), secret, SUITE)).toHaveLength(0);
    expect(unsealHandshake(sealed, secret, "TLS_SM4_GCM_SM3")).toHaveLength(0);
    expect(unsealHandshake(record(23, Buffer.alloc(3)), secret, SUITE)).toHaveLength(0);
  });

  it("takes only the server's handshake secret from a key log", () => {
    expect(serverSecretOf(Buffer.from(`SERVER_HANDSHAKE_TRAFFIC_SECRET ${"00".repeat(32)} 0aff\n`))).toEqual(
      Buffer.from([0x0a, 0xff]),
    );
    expect(serverSecretOf(Buffer.from(`CLIENT_HANDSHAKE_TRAFFIC_SECRET ${"00".repeat(32)} 0aff\n`))).toBeNull();
  });

  it("reads no certificate from a message that is cut or holds something else", () => {
    const message = (body: Buffer) => Buffer.concat([Buffer.from([11, 0, 0, body.length]), body]);
    for (const body of [[], [0], [9, 0, 0, 4], [0, 0, 0, 5, 0, 0, 2, 1, 1], [0, 0, 0, 3, 0, 0, 200]])
      expect(readUnsealedChain(message(Buffer.from(body)))).toBeNull();
  });
});
