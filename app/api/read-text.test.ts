import { describe, expect, it } from "vitest";
import { readText } from "./read-text.ts";

const post = (body: BodyInit) =>
  new Request("https://app.example.test/", { method: "POST", body, duplex: "half" } as RequestInit);

describe("readText", () => {
  it("reads a body up to the limit, whatever it is cut into", async () => {
    const bytes = new TextEncoder().encode("zwölf");
    const chunks = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await readText(post(chunks), bytes.length)).toBe("zwölf");
    expect(await readText(new Request("https://app.example.test/"), 10)).toBe("");
  });

  it("stops reading at the limit, also when nobody said how long the body is", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    await expect(readText(post(endless), 4096)).rejects.toMatchObject({ code: "invalid" });
    expect(pulled).toBeLessThan(20);
  });
});
