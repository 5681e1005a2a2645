import { useCallback, useEffect, useRef } from "react";

/** Asks before a page with unsent input is closed. */
export function useUnsavedWarning(isOn: boolean) {
  const isDirty = useRef(false);

  useEffect(() => {
    if (!isOn) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (isDirty.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isOn]);

  const mark = useCallback(() => {
    isDirty.current = true;
  }, []);
  const clear = useCallback(() => {
    isDirty.current = false;
  }, []);
  return { mark, clear };
}
