"use client";

import { Printer } from "lucide-react";
import { Button } from "../ui/button.tsx";

/** What is marked `print:hidden` stays off the paper. */
export function PrintButton({ children }: { children: string }) {
  return (
    <Button className="print:hidden" onClick={() => window.print()}>
      <Printer size={14} aria-hidden /> {children}
    </Button>
  );
}
