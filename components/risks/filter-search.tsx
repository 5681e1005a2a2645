"use client";

import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { CONTROL } from "#components/ui/control.ts";
import { rowToFocus } from "./row-focus.ts";

const PAUSE_MS = 250;

type Props = { given: string; onSearch: (text: string | undefined) => void };

/** Text search; the address follows a moment after the last key. */
export function FilterSearch({ given, onSearch }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(given);
  const [seen, setSeen] = useState(given);
  const [sent, setSent] = useState(given);
  // Taken away elsewhere; that an older search arrives is no reason to take back what was typed since.
  if (given !== seen) {
    setSeen(given);
    if (given !== sent) {
      setText(given);
      setSent(given);
    }
  }

  const send = useEffectEvent(() => {
    setSent(text);
    onSearch(text.trim() === "" ? undefined : text);
  });
  useEffect(() => {
    if (text === sent) return;
    const timer = setTimeout(send, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, sent]);

  function leave(event: KeyboardEvent) {
    if (event.key !== "Escape" && event.key !== "Enter") return;
    event.preventDefault();
    rowToFocus()?.focus();
  }

  return (
    <div className="relative min-w-44 flex-1 md:max-w-72">
      <label htmlFor={id} className="sr-only">
        Search the register
      </label>
      <Search size={14} aria-hidden className="absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" />
      <input
        ref={input}
        id={id}
        type="search"
        value={text}
        maxLength={100}
        placeholder="Search"
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
        onKeyDown={leave}
        className={`${CONTROL} min-h-7.5! pl-8 text-sm`}
      />
      <button
        type="button"
        hidden
        data-keys="/"
        data-keys-label="Search the register"
        onClick={() => input.current?.focus()}
      />
    </div>
  );
}
