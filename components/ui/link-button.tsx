import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button.tsx";
import { type KeyHint, keyProps } from "./keys.ts";

type Props = ComponentProps<typeof Link> & ButtonLook & KeyHint;

export function LinkButton({ variant, size, keys, keysLabel, className, ...props }: Props) {
  return <Link {...keyProps({ keys, keysLabel })} {...props} className={buttonClass({ variant, size }, className)} />;
}
