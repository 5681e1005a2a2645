import { AppError } from "#lib/errors.ts";

/** The body as text; one that is larger is not read to its end. @throws AppError invalid */
export async function readText(request: Request, bytesMax: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) throw new AppError("invalid", `The body is larger than ${bytesMax / 1024} KiB.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
