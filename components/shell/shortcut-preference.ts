import { useSyncExternalStore } from "react";

const STORED_AS = "launch-ready.single-keys";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

export function areShortcutsOn(): boolean {
  return localStorage.getItem(STORED_AS) !== "off";
}

export function setShortcutsOn(isOn: boolean): void {
  localStorage.setItem(STORED_AS, isOn ? "on" : "off");
  for (const listener of listeners) listener();
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore(subscribe, areShortcutsOn, () => true);
}
