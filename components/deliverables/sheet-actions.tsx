"use client";

import { Check, Copy, Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { toasts } from "#components/ui/toasts.ts";

/** What one does with a finished sheet: take it along as text, or put it on paper. */
export function SheetActions({ markdown }: { markdown: string }) {
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(markdown);
      setCopied(true);
      toasts.add({ title: "Copied as Markdown." });
    } catch {
      toasts.add({ title: "The browser did not allow copying. Print the page instead.", type: "error" });
    }
  }

  return (
    <>
      <Button onClick={() => void copy()}>
        {isCopied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
        Copy as Markdown
      </Button>
      <Button onClick={() => window.print()}>
        <Printer size={14} aria-hidden />
        Print
      </Button>
    </>
  );
}
