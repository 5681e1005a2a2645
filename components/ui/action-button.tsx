import type { FormAction } from "./action.ts";
import { ActionForm } from "./action-form.tsx";
import type { ButtonProps } from "./button.tsx";
import { SubmitButton } from "./submit-button.tsx";

type Props = Omit<ButtonProps, "type" | "value"> & {
  action: FormAction;
  values?: Record<string, string> | undefined;
  success?: string | undefined;
};

/** One button that does one thing. Errors come as a toast. */
export function ActionButton({ action, values, success, variant = "secondary", ...button }: Props) {
  return (
    <ActionForm action={action} values={values} success={success} isInline>
      <SubmitButton variant={variant} {...button} />
    </ActionForm>
  );
}
