"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { Button, type ButtonLook, buttonClass } from "./button.tsx";
import { CloseContext } from "./form-context.ts";
import { type KeyHint, keyProps } from "./keys.ts";

export const BACKDROP =
  "fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

const FIRST_FIELD = "input:not([type=hidden], [type=checkbox]), textarea, select";

type BodyProps = {
  title: ReactNode;
  description?: ReactNode;
  isTitleHidden?: boolean | undefined;
  /** Where focus goes afterwards, if not back to what had it. */
  finalFocus?: (() => HTMLElement | boolean) | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** What stands inside a dialog's root: backdrop, panel, title. */
export function DialogBody({ title, description, isTitleHidden, finalFocus, className, children }: BodyProps) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Portal>
      {/* Over a sheet, too: what lies behind is out of reach until this is answered. */}
      <Base.Backdrop forceRender className={BACKDROP} />
      <Base.Popup
        ref={popup}
        initialFocus={(openedBy) =>
          openedBy === "touch" || (popup.current?.querySelector<HTMLElement>(FIRST_FIELD) ?? true)
        }
        {...(finalFocus && { finalFocus })}
        className={clsx(
          "fixed top-[min(12vh,7rem)] left-1/2 z-40 max-h-[80vh] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 overflow-y-auto rounded-xl border border-line-strong bg-panel transition duration-150 data-ending-style:scale-98 data-starting-style:scale-98 data-ending-style:opacity-0 data-starting-style:opacity-0",
          className ?? "p-5",
        )}
      >
        <div className={isTitleHidden ? "sr-only" : "mb-4 flex items-start gap-3"}>
          <div className="min-w-0 flex-1">
            <Base.Title className="text-xl">{title}</Base.Title>
            {description && <Base.Description className="mt-1 text-ink-2 text-sm">{description}</Base.Description>}
          </div>
          <Base.Close aria-label="Close" className={buttonClass({ variant: "quiet", size: "icon" }, "-mt-1 -mr-1.5")}>
            <X size={16} aria-hidden />
          </Base.Close>
        </div>
        {children}
      </Base.Popup>
    </Base.Portal>
  );
}

type ButtonProps = BodyProps & ButtonLook & KeyHint & { label: ReactNode };

/** A button with the dialog that it opens; a form inside closes it when done. */
export function DialogButton({ label, variant, size, keys, keysLabel, ...body }: ButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <Base.Root open={isOpen} onOpenChange={setOpen}>
      <Base.Trigger render={<Button variant={variant} size={size} {...keyProps({ keys, keysLabel })} />}>
        {label}
      </Base.Trigger>
      <CloseContext value={close}>
        <DialogBody {...body} />
      </CloseContext>
    </Base.Root>
  );
}
