"use client";

import { useEffect, useState } from "react";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { type SprintClock as Clock, elapsedMs, remainingMs } from "#lib/roadmap/sprint-clock.ts";
import { clockFace, durationIso, hoursAndMinutes } from "./sprint-words.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

type Props = {
  clock: Clock;
  isPaused: boolean;
  /** Milliseconds since 1970 at the server, so that both sides draw the same at first. */
  now: number;
};

/** The time that is left, by the second; by the minute for those who want nothing to move. */
export function SprintClock({ clock, isPaused, now: initial }: Props) {
  const [now, setNow] = useState(initial);
  const [isCalm, setCalm] = useState(false);

  useEffect(() => {
    const query = window.matchMedia("(prefers-reduced-motion: reduce)");
    const read = () => setCalm(query.matches);
    read();
    query.addEventListener("change", read);
    return () => query.removeEventListener("change", read);
  }, []);

  useEffect(() => {
    if (isPaused) return;
    const tick = () => setNow(Date.now());
    const timer = setInterval(tick, isCalm ? MINUTE_MS : SECOND_MS);
    return () => clearInterval(timer);
  }, [isPaused, isCalm]);

  const moment = new Date(now);
  const left = remainingMs(clock, moment);
  const isOver = left < 0;
  return (
    <div className="flex flex-col gap-1">
      <p className="text-ink-3 text-sm">{isOver ? "Over its hours by" : "Left"}</p>
      <p role="timer" className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <time
          dateTime={durationIso(left)}
          className={`font-medium text-[2.75rem] tabular-nums leading-none tracking-tight ${isOver ? "text-bad" : "text-ink"}`}
        >
          {isCalm ? hoursAndMinutes(left) : clockFace(left)}
        </time>
        {isPaused && <StatusBadge mark={{ shape: "dash", tone: "warn", word: "Paused" }} />}
      </p>
      <p className="text-ink-3 text-sm">
        {hoursAndMinutes(elapsedMs(clock, moment))} worked of {clock.hours} h; pauses do not count
      </p>
    </div>
  );
}
