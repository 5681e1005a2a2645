"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";

type Props = { label: string; isOpenFirst: boolean; children: ReactNode };

/** Shows and hides; unlike `details`, it stays as it was while the page around it changes. */
export function Disclosure({ label, isOpenFirst, children }: Props) {
  const [isOpen, setOpen] = useState(isOpenFirst);
  const id = useId();
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)} size="sm">
        <Arrow size={13} aria-hidden /> {label}
      </Button>
      <div id={id} hidden={!isOpen} className="order-last w-full">
        {children}
      </div>
    </>
  );
}
