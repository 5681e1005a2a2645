"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Menu as MenuIcon, Search, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { BACKDROP } from "#components/ui/dialog.tsx";
import { Brand } from "./brand.tsx";
import { paletteHandle } from "./handles.ts";

/** The top of a phone's screen; the sidebar's content slides in from the left. */
export function MobileBar({ name, children }: { name: string; children: ReactNode }) {
  const here = usePathname();
  // Open only on the page where it was opened: following a link closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  return (
    <header className="sticky top-0 z-30 flex items-center gap-2 border-line border-b bg-bg px-3 py-1.5 lg:hidden print:hidden">
      <Dialog.Root open={openAt === here} onOpenChange={(isOpen) => setOpenAt(isOpen ? here : null)}>
        <Dialog.Trigger render={<Button variant="quiet" size="icon" aria-label="Open navigation" />}>
          <MenuIcon size={18} aria-hidden />
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Backdrop className={BACKDROP} />
          <Dialog.Popup className="fixed inset-y-0 left-0 z-40 flex w-[min(18rem,85vw)] flex-col overflow-y-auto border-line border-r bg-bg p-3 outline-none transition duration-200 ease-out data-ending-style:-translate-x-4 data-starting-style:-translate-x-4 data-ending-style:opacity-0 data-starting-style:opacity-0">
            <div className="flex items-center pb-2">
              <Dialog.Title className="sr-only">Navigation</Dialog.Title>
              <Brand name={name} className="flex-1 px-2" />
              <Dialog.Close aria-label="Close" className={buttonClass({ variant: "quiet", size: "icon" })}>
                <X size={16} aria-hidden />
              </Dialog.Close>
            </div>
            {children}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
      <Brand name={name} className="flex-1" />
      <Button variant="quiet" size="icon" aria-label="Search and commands" onClick={() => paletteHandle.open(null)}>
        <Search size={17} aria-hidden />
      </Button>
    </header>
  );
}
