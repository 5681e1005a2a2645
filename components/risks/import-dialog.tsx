"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { DialogButton } from "#components/ui/dialog.tsx";
import { CheckboxField } from "#components/ui/field.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { ImportView } from "#db/queries/register-views.ts";
import { FileDrop } from "./file-drop.tsx";
import { ImportList } from "./import-list.tsx";
import { ImportResult } from "./import-result.tsx";
import { fileProblem, type ImportAnswer, SARIF_MEGABYTES_MAX } from "./import-words.ts";
import { readSarif, type Sent, sendSarif } from "./send-sarif.ts";

type Props = {
  /** Where the API takes a file. */
  url: string;
  imports: readonly ImportView[];
};

/** A scanner's findings onto the register. */
export function ImportDialog({ url, imports }: Props) {
  return (
    <DialogButton
      label="Import…"
      title="Import a scanner's findings"
      description="SARIF 2.1.0 from any scanner. The same file again changes nothing."
    >
      <div className="flex flex-col gap-5">
        <ImportForm url={url} />
        <ImportList imports={imports} />
      </div>
    </DialogButton>
  );
}

function ImportForm({ url }: { url: string }) {
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);

  function choose(chosen: File) {
    setFile(chosen);
    setError(fileProblem(chosen));
    setAnswer(null);
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (share !== null) return;
    const isComplete = new FormData(event.currentTarget).get("isComplete") !== null;
    const problem = file === null ? "Choose a file first." : fileProblem(file);
    setError(problem);
    if (file === null || problem !== null) return;
    setShare(0);
    const sarif = await readSarif(file);
    const sent: Sent = sarif
      ? await sendSarif(url, { fileName: file.name, sarif, isComplete }, setShare)
      : { ok: false, message: `${file.name} is not a JSON file, so it is no SARIF.` };
    setShare(null);
    if (!sent.ok) {
      setError(sent.message);
      return;
    }
    setAnswer(sent.answer);
    setFile(null);
    router.refresh();
  }

  return (
    <form onSubmit={(event) => void send(event)} className="flex flex-col gap-3.5">
      <FileDrop
        label="Choose a SARIF file"
        hint={`or drop it here; up to ${SARIF_MEGABYTES_MAX} MB`}
        error={error}
        file={file}
        onFile={choose}
      />
      <CheckboxField
        name="isComplete"
        label="This is a complete scan"
        hint="What the same tool found before and does not name any more is then marked as fixed."
      />
      {share !== null && (
        <ProgressBar
          value={share}
          max={1}
          label="Import"
          text={share < 1 ? `${Math.round(share * 100)} % sent` : "Sent; it is being read"}
        />
      )}
      {answer !== null && <ImportResult answer={answer} />}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" aria-disabled={share !== null}>
          {share === null ? "Import" : "Importing…"}
        </Button>
      </div>
    </form>
  );
}
