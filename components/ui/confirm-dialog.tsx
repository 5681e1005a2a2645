import type { ReactNode } from "react";
import type { FormAction } from "./action.ts";
import { ActionForm } from "./action-form.tsx";
import type { ButtonLook } from "./button.tsx";
import { DialogButton } from "./dialog.tsx";
import { InputField } from "./field.tsx";
import { SubmitButton } from "./submit-button.tsx";

type Props = ButtonLook & {
  label: ReactNode;
  title: string;
  /** What will happen, and that it cannot be undone. */
  description: string;
  confirm: string;
  action: FormAction;
  values?: Record<string, string> | undefined;
  success?: string | undefined;
  /** Must be typed first; sent as `confirmation`. */
  name?: string | undefined;
};

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ label, title, description, confirm, action, values, success, name, ...look }: Props) {
  return (
    <DialogButton label={label} title={title} description={description} variant="danger" {...look}>
      <ActionForm action={action} values={values} success={success}>
        {name !== undefined && (
          <InputField name="confirmation" label={`Type “${name}” to confirm`} autoComplete="off" required />
        )}
        <div className="flex justify-end">
          <SubmitButton variant="danger">{confirm}</SubmitButton>
        </div>
      </ActionForm>
    </DialogButton>
  );
}
