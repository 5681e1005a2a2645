"use client";

import { type ChangeEvent, useEffect, useId, useState } from "react";
import { CONTROL } from "#components/ui/control.ts";
import { useForm } from "#components/ui/form-context.ts";
import { toasts } from "#components/ui/toasts.ts";
import { previewRows } from "./preview-rows.ts";

const FILE_BYTES_MAX = 240_000;

/** Sends `csv`: typed or pasted, or read from a file here, so that it is seen before it is sent. */
export function CsvField({ example }: { example: string }) {
  const id = useId();
  const { result } = useForm();
  const [csv, setCsv] = useState("");
  const errors = result && !result.ok ? (result.fieldErrors?.csv ?? []) : [];
  const preview = previewRows(csv);

  useEffect(() => {
    if (result?.ok) setCsv("");
  }, [result]);

  async function read(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    if (file.size > FILE_BYTES_MAX) {
      toasts.add({ title: "The file is larger than 240 kB. Split it, and add the parts.", type: "error" });
      return;
    }
    setCsv(await file.text());
  }

  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <label htmlFor={id} className="font-medium text-sm">
          Old and new addresses
        </label>
        <label className="cursor-pointer text-ink-2 text-sm underline decoration-line-strong underline-offset-2 has-focus-visible:outline-2 has-focus-visible:outline-info pointer-coarse:py-2.5">
          Read from a CSV file
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => void read(event)}
            className="sr-only"
          />
        </label>
      </div>
      <textarea
        id={id}
        name="csv"
        rows={6}
        value={csv}
        onChange={(event) => setCsv(event.target.value)}
        placeholder={example}
        spellCheck={false}
        aria-invalid={errors.length > 0}
        aria-describedby={`${id}-hint ${id}-error`}
        className={`${CONTROL} max-h-80 py-1.5 font-mono text-xs`}
      />
      <p id={`${id}-hint`} className="text-ink-3 text-xs">
        {preview ??
          "An old address and where it must lead, one pair per line. A path belongs to your product's address."}
      </p>
      <div id={`${id}-error`}>
        {errors.length > 0 && (
          <ul className="max-h-60 overflow-y-auto text-bad text-xs">
            {errors.map((error) => (
              <li key={error} className="[overflow-wrap:anywhere]">
                {error}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
