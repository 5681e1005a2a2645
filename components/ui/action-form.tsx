"use client";

import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  use,
  useActionState,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react";
import type { ActionResult, FormAction } from "./action.ts";
import { CloseContext, FormContext } from "./form-context.ts";
import { FormMessage } from "./form-message.tsx";
import { toasts } from "./toasts.ts";
import { useUnsavedWarning } from "./use-unsaved-warning.ts";

type Props = {
  action: FormAction;
  /** Sent along, unseen. */
  values?: Record<string, string> | undefined;
  /** Said when it is done, unless the action brings its own message. */
  success?: string | undefined;
  /** Errors of the form as a whole come as a toast, where there is no room for them. */
  isInline?: boolean | undefined;
  /** Submits as soon as a field changes. */
  isInstant?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A form over a server action: keeps what was typed on an error, focuses the first wrong field, works without script. */
export function ActionForm({ action, values = {}, success, isInline, isInstant, className, children }: Props) {
  const [posted, post] = useActionState<ActionResult | null, FormData>(action, null);
  const [answer, setAnswer] = useState<ActionResult | null>(null);
  const [isPending, startWaiting] = useTransition();
  const result = answer ?? posted;
  const form = useRef<HTMLFormElement>(null);
  const close = use(CloseContext);
  const isBare = isInline || isInstant;
  const { mark, clear } = useUnsavedWarning(!isBare);

  useEffect(() => {
    if (result === null) return;
    if (result.ok) {
      clear();
      if (!isInstant) form.current?.reset();
      close?.();
    } else if (!isBare) {
      const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
      wrong?.closest("details")?.setAttribute("open", "");
      wrong?.focus();
    }
  }, [result, close, isBare, isInstant, clear]);

  function say(next: ActionResult) {
    const text = next.ok ? (next.message ?? success) : next.message;
    if (next.ok && text !== undefined) toasts.add({ title: text });
    if (!next.ok && isBare) toasts.add({ title: text, type: "error", priority: "high" });
  }

  // React would empty the form after its own action; a transition of ours leaves it as it is.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    startWaiting(async () => {
      const next = await action(result, data);
      // Not in an effect: what was changed may take this form off the page.
      say(next);
      startTransition(() => setAnswer(next));
    });
  }

  function submitByKey(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
  }

  function change() {
    mark();
    if (isInstant) form.current?.requestSubmit();
  }

  return (
    <form
      ref={form}
      action={post}
      onSubmit={submit}
      onKeyDown={submitByKey}
      onChange={change}
      noValidate
      className={className ?? (isBare ? undefined : "flex flex-col gap-3.5")}
    >
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormContext value={{ isPending, result }}>
        {!isBare && <FormMessage />}
        {children}
      </FormContext>
    </form>
  );
}
