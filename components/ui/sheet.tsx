"use client";

import { Dialog } from "@base-ui/react/dialog";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { buttonClass } from "./button.tsx";
import { BACKDROP } from "./dialog.tsx";

type Props = {
  /** What it shows; a sheet of another id opens again after one was closed. */
  id: string;
  title: ReactNode;
  description?: ReactNode;
  /** Where the address bar goes when it closes. */
  closeHref: string;
  /** Left of the close button: a badge, or links to the item before and after. */
  bar?: ReactNode;
  /** Stays in view at the bottom: what can be done. */
  footer?: ReactNode;
  /** On wide screens it stands beside the page, which has made room for it. */
  isBeside?: boolean | undefined;
  /** Selects what gets focus when it closes; else, or when that is gone, what had it before. */
  focusAfter?: string | undefined;
  children: ReactNode;
};

/** A panel at the right whose opening is part of the address. Esc closes it, and focus stays inside. */
export function Sheet({ id, title, description, closeHref, bar, footer, isBeside, focusAfter, children }: Props) {
  const router = useRouter();
  const [closedId, setClosedId] = useState<string | null>(null);
  const popup = useRef<HTMLDivElement>(null);

  function close() {
    setClosedId(id);
    router.push(closeHref, { scroll: false });
  }

  return (
    <Dialog.Root open={closedId !== id} onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={clsx(BACKDROP, isBeside && "xl:bg-transparent")} />
        <Dialog.Popup
          ref={popup}
          initialFocus={popup}
          finalFocus={() => (focusAfter ? document.querySelector<HTMLElement>(focusAfter) : null) ?? true}
          className="fixed inset-y-0 right-0 z-40 flex w-full flex-col border-line border-l bg-panel outline-none transition duration-200 ease-out data-ending-style:translate-x-4 data-starting-style:translate-x-4 data-ending-style:opacity-0 data-starting-style:opacity-0 sm:w-(--sheet-width)"
        >
          <div className="flex min-h-11 items-center gap-2 border-line border-b py-1.5 pr-3 pl-5">
            <div className="flex min-w-0 flex-1 items-center gap-2 text-ink-3 text-xs">{bar}</div>
            <Dialog.Close className={buttonClass({ variant: "quiet", size: "sm" })}>
              Close <X size={14} aria-hidden />
            </Dialog.Close>
          </div>
          <div
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
            tabIndex={0}
            className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pt-4 pb-6 -outline-offset-2"
          >
            <Dialog.Title className="text-xl">{title}</Dialog.Title>
            {description && <Dialog.Description className="mt-1 text-ink-2 text-sm">{description}</Dialog.Description>}
            <div className="mt-4 flex flex-col gap-5">{children}</div>
          </div>
          {footer && <div className="flex flex-wrap gap-2 border-line border-t bg-panel px-5 py-3">{footer}</div>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
