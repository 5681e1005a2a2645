"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Fetches the page anew every few seconds while it is shown; render it only as long as something is under way. */
export function Refresher({ everyMs = 2500 }: { everyMs?: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
}
