import type { ImportAnswer } from "./import-words.ts";

export type Sent = { ok: true; answer: ImportAnswer } | { ok: false; message: string };

const LOST = "The connection broke before the file had arrived. Nothing was imported; try again.";

/** Sends a file to the API, since it is larger than what a form may carry, and tells how much of it is on its way. */
export function sendSarif(
  url: string,
  body: { fileName: string; sarif: unknown; isComplete: boolean },
  onProgress: (share: number) => void,
): Promise<Sent> {
  return new Promise((resolve) => {
    // Only this tells how much of a request has been sent.
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("Content-Type", "application/json");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(read(request.status, request.responseText));
    request.onerror = () => resolve({ ok: false, message: LOST });
    request.ontimeout = request.onerror;
    request.send(JSON.stringify(body));
  });
}

/** The file as JSON; null when it is none. */
export async function readSarif(file: File): Promise<Record<string, unknown> | null> {
  try {
    // `text` drops the byte order mark that some scanners write.
    const log: unknown = JSON.parse(await file.text());
    return typeof log === "object" && log !== null && !Array.isArray(log) ? { ...log } : null;
  } catch {
    return null;
  }
}

function read(status: number, text: string): Sent {
  try {
    const body = JSON.parse(text);
    if (status < 300) return { ok: true, answer: body };
    const errors = Object.values<string[]>(body.errors ?? {}).flat();
    return { ok: false, message: errors.length > 0 ? errors.join(" ") : body.detail };
  } catch {
    return {
      ok: false,
      message: "The answer could not be read. Reload the page to see whether the file was imported.",
    };
  }
}
