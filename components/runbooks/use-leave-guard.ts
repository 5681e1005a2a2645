import { useEffect } from "react";

const QUESTION = "Your changes are not saved. Leave without them?";

/** Asks before the page is closed, or left by one of its links, with changes that are not saved. */
export function useLeaveGuard(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const atClose = (event: BeforeUnloadEvent) => event.preventDefault();
    const atLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!link || link.getAttribute("target") === "_blank" || event.metaKey || event.ctrlKey) return;
      if (window.confirm(QUESTION)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", atClose);
    document.addEventListener("click", atLink, true);
    return () => {
      window.removeEventListener("beforeunload", atClose);
      document.removeEventListener("click", atLink, true);
    };
  }, [isDirty]);
}
