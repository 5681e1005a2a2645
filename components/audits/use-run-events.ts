"use client";

import { useEffect, useState } from "react";
import type { RunView } from "#db/queries/views.ts";
import { paths } from "../paths.ts";

export const ENDED: readonly RunView["state"][] = ["finished", "cancelled", "failed"];
const POLL_MS = 1_500;

/** The run as it goes on: by server-sent events, by polling where those do not come through. */
export function useRunEvents(slug: string, initial: RunView): RunView {
  const [run, setRun] = useState(initial);
  const { number } = initial;
  const hasEnded = ENDED.includes(run.state);

  useEffect(() => {
    if (hasEnded) return;
    let timer: ReturnType<typeof setInterval> | undefined;
    const poll = async () => {
      if (document.visibilityState === "hidden") return;
      const response = await fetch(paths.runApi(slug, number));
      if (response.ok) setRun((await response.json()) as RunView);
    };
    const events = new EventSource(paths.runEvents(slug, number));
    events.addEventListener("run", (event) => setRun(JSON.parse((event as MessageEvent<string>).data) as RunView));
    events.addEventListener("error", () => {
      if (events.readyState !== EventSource.CLOSED || timer) return;
      timer = setInterval(() => void poll().catch(() => {}), POLL_MS);
    });
    return () => {
      events.close();
      clearInterval(timer);
    };
  }, [slug, number, hasEnded]);

  return run;
}
