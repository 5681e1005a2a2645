import type { Socket } from "node:net";
import { Duplex } from "node:stream";

const BYTES_MAX = 256 * 1024;

/** A connection that remembers the first bytes which came in over it, and the first that went out. */
export class Tap extends Duplex {
  readonly #socket: Socket;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #opening: Buffer | null = null;

  constructor(socket: Socket) {
    super();
    this.#socket = socket;
    socket.on("data", (chunk: Buffer) => {
      if (this.#size < BYTES_MAX) this.#chunks.push(chunk);
      this.#size += chunk.length;
      if (!this.push(chunk)) socket.pause();
    });
    socket.once("end", () => this.push(null));
    socket.once("error", (error) => this.destroy(error));
    socket.once("close", () => this.destroy());
  }

  get received(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  /** What was written first: in TLS, the ClientHello. */
  get opening(): Buffer | null {
    return this.#opening;
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#opening ??= Buffer.from(chunk);
    this.#socket.write(chunk, done);
  }

  override _final(done: () => void): void {
    this.#socket.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }
}
