"use client";

import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from "react";

const TICK_MS = 15_000;
const Initial = createContext(0);

export function NowProvider({ initial, children }: { initial: number; children: ReactNode }) {
  return <Initial value={initial}>{children}</Initial>;
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all ages on the page. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => listeners.forEach((tell) => void tell()), TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const currentTick = () => Math.floor(Date.now() / TICK_MS) * TICK_MS;

/** Milliseconds since 1970, coarse: the server's moment until hydrated, then the browser's. */
export function useNow(): number {
  const initial = useContext(Initial);
  return useSyncExternalStore(
    subscribe,
    currentTick,
    useCallback(() => initial, [initial]),
  );
}
