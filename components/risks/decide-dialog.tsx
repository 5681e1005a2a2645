"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useCallback } from "react";
import type { FormAction } from "#components/ui/action.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { DialogBody } from "#components/ui/dialog.tsx";
import { CloseContext } from "#components/ui/form-context.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { DecisionFields } from "./decision-fields.tsx";
import { USUAL_DRAFT } from "./decision-form-words.ts";
import { type RowFacts, useRegister } from "./register-context.ts";
import { rowToFocus } from "./row-focus.ts";

type Props = { numbers: readonly number[]; onClose: () => void; action: FormAction; now: string };

const LISTED_MAX = 5;

/** One decision on one risk or many, from the table. */
export function DecideDialog({ numbers, onClose, action, now }: Props) {
  const { rows, people, may, selection } = useRegister();
  const chosen = rows.filter(({ number }) => numbers.includes(number));
  const clear = selection.clear;
  const finish = useCallback(() => {
    clear();
    onClose();
  }, [clear, onClose]);
  const [first] = chosen;
  const isProposal = may.decide === "propose";
  const verb = isProposal ? "Ask for a decision" : "Decide";
  return (
    <Dialog.Root open={first !== undefined} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <CloseContext value={finish}>
        <DialogBody
          title={chosen.length === 1 ? `${verb} on risk ${first?.number}` : `${verb} on ${chosen.length} risks`}
          description={listed(chosen)}
          finalFocus={() => rowToFocus() ?? true}
        >
          <ActionForm action={action} values={{ numbers: numbers.join() }} success="The decision is recorded.">
            <DecisionFields
              people={people}
              draft={{ ...USUAL_DRAFT, ownerId: chosen.length === 1 ? (first?.owner?.id ?? "") : undefined }}
              critical={chosen.filter(({ severity }) => severity === "critical").length}
              total={chosen.length}
              isProposal={isProposal}
              now={now}
            />
            <div className="flex items-center justify-end gap-3">
              <span className="text-ink-3 text-xs pointer-coarse:hidden">
                <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
              </span>
              <SubmitButton>{isProposal ? "Ask for it" : "Decide"}</SubmitButton>
            </div>
          </ActionForm>
        </DialogBody>
      </CloseContext>
    </Dialog.Root>
  );
}

function listed(rows: readonly RowFacts[]): string {
  const [first] = rows;
  if (rows.length === 1) return first?.title ?? "";
  const named = rows.slice(0, LISTED_MAX).map(({ title }) => title);
  const rest = rows.length - named.length;
  return `${named.join("; ")}${rest > 0 ? `; and ${rest} more` : ""}`;
}
