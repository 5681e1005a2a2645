"use client";

import { clsx } from "clsx";
import { FileUp } from "lucide-react";
import { type DragEvent, useId, useState } from "react";

type Props = { label: string; hint: string; error: string | null; file: File | null; onFile: (file: File) => void };

/** A file, dropped here or chosen. */
export function FileDrop({ label, hint, error, file, onFile }: Props) {
  const id = useId();
  const [isOver, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onFile(dropped);
  }

  return (
    <div className="flex flex-col gap-1">
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={clsx(
          "flex min-h-24 cursor-pointer flex-col items-center justify-center gap-1.5 rounded-lg border border-dashed px-4 py-4 text-center text-sm has-focus-visible:outline-2 has-focus-visible:outline-info",
          isOver ? "border-info bg-info-tint" : "border-control bg-bg hover:bg-sunk",
        )}
      >
        <FileUp size={18} aria-hidden className="text-ink-3" />
        <span className="font-medium [overflow-wrap:anywhere]">{file?.name ?? label}</span>
        <span id={`${id}-hint`} className="text-ink-3 text-xs">
          {file === null ? hint : `${Math.ceil(file.size / 1024)} kB; choose or drop another to replace it`}
        </span>
        <input
          id={id}
          type="file"
          accept=".sarif,.json,application/json,application/sarif+json"
          aria-label={label}
          aria-describedby={`${id}-hint ${id}-error`}
          aria-invalid={error !== null}
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen) onFile(chosen);
          }}
          className="sr-only"
        />
      </label>
      <p id={`${id}-error`} role="alert" className="text-bad text-sm empty:hidden [overflow-wrap:anywhere]">
        {error}
      </p>
    </div>
  );
}
