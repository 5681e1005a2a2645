import { useEffect, useRef, useState } from "react";

const DELAY_MS = 300;
const SHOWN_MS_MIN = 300;

/** True only for waits that are felt, and then long enough not to flicker. */
export function useSpinDelay(isBusy: boolean): boolean {
  const [isShown, setShown] = useState(false);
  const shownAt = useRef(0);

  useEffect(() => {
    if (isBusy === isShown) return;
    const wait = isBusy ? DELAY_MS : Math.max(0, shownAt.current + SHOWN_MS_MIN - Date.now());
    const timer = setTimeout(() => {
      if (isBusy) shownAt.current = Date.now();
      setShown(isBusy);
    }, wait);
    return () => clearTimeout(timer);
  }, [isBusy, isShown]);

  return isShown;
}
