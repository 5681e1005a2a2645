"use client";

import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button.tsx";
import { toasts } from "./toasts.ts";

export function Toaster({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider toastManager={toasts} timeout={6000}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-60 flex w-[min(22rem,calc(100vw-2rem))] flex-col-reverse gap-2 print:hidden">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
  const { toasts: shown } = Toast.useToastManager();
  return shown.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      // A toast is a dialog by its role; keys do not end at it (see shell/key-scope.ts).
      data-toast=""
      className="rounded-lg border border-line-strong bg-panel text-sm transition duration-150 data-ending-style:translate-y-1 data-starting-style:translate-y-1 data-[type=error]:border-bad-line data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-start gap-3 py-2 pr-2 pl-3">
        <div className="min-w-0 flex-1 py-1">
          <Toast.Title className={toast.type === "error" ? "font-medium text-bad" : "font-medium"} />
          <Toast.Description className="text-ink-2" />
        </div>
        <Toast.Action className={buttonClass({ size: "sm" })} />
        <Toast.Close aria-label="Dismiss" className={buttonClass({ variant: "quiet", size: "icon" })}>
          <X size={14} aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
