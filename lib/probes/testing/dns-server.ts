import { createSocket } from "node:dgram";
import { once } from "node:events";
import { type Answer, decode, encode } from "dns-packet";

/** `recurse` and `unchecked`: the question's RD and CD. */
export type Question = { name: string; type: string; recurse?: boolean; unchecked?: boolean };
export type Reply = { answers?: Answer[]; rcode?: number; flags?: number } | "silent";
export type DnsServer = { server: string; asked: Question[]; [Symbol.asyncDispose](): Promise<void> };

export const NXDOMAIN = 3;
export const SERVFAIL = 2;
export const REFUSED = 5;

/** A name server on loopback that says whatever the test says. */
export async function startDns(reply: (question: Question) => Reply): Promise<DnsServer> {
  const socket = createSocket("udp4");
  const asked: Question[] = [];
  socket.on("message", (message, from) => {
    const query = decode(message);
    const question = query.questions?.[0];
    if (!question) return;
    const put = {
      name: question.name.toLowerCase(),
      type: question.type,
      recurse: query.flag_rd,
      unchecked: query.flag_cd,
    };
    asked.push(put);
    const said = reply(put);
    if (said === "silent") return;
    const { answers = [], rcode = 0 } = said;
    const flags = 0x0400 | (said.flags ?? 0) | rcode;
    socket.send(
      encode({ type: "response", id: query.id ?? 0, flags, questions: [question], answers }),
      from.port,
      from.address,
    );
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    server: `127.0.0.1:${socket.address().port}`,
    asked,
    async [Symbol.asyncDispose]() {
      socket.close();
      await once(socket, "close");
    },
  };
}

/** Answers from a table of `name` → type → record data; other names do not exist. */
export function zone(records: Record<string, Record<string, unknown[]>>): (question: Question) => Reply {
  return ({ name, type }) => {
    const found = records[name];
    if (!found) return { rcode: NXDOMAIN };
    return { answers: (found[type] ?? []).map((data) => ({ name, type, ttl: 1, data }) as Answer) };
  };
}
