import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { type KeyHint, keyProps } from "./keys.ts";

const VARIANTS = {
  primary: "border-accent bg-accent text-accent-ink hover:opacity-88",
  secondary: "border-line-strong bg-panel text-ink hover:bg-sunk",
  quiet: "border-transparent text-ink-2 hover:bg-sunk hover:text-ink",
  danger: "border-bad-line bg-panel text-bad hover:bg-bad-tint",
} as const;

const SIZES = {
  sm: "min-h-6.5 gap-1.5 px-2 text-xs",
  md: "min-h-7.5 gap-2 px-2.75 text-sm",
  lg: "min-h-9 gap-2 px-3.5 text-base",
  icon: "size-7.5 text-sm",
} as const;

export type ButtonLook = { variant?: keyof typeof VARIANTS | undefined; size?: keyof typeof SIZES | undefined };

export function buttonClass({ variant = "secondary", size = "md" }: ButtonLook, className?: string): string {
  return clsx(
    "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md border font-medium transition-colors duration-100",
    "aria-disabled:cursor-default aria-disabled:opacity-60 disabled:opacity-50 pointer-coarse:min-h-11 pointer-coarse:min-w-11",
    VARIANTS[variant],
    SIZES[size],
    className,
  );
}

export type ButtonProps = ComponentProps<"button"> & ButtonLook & KeyHint;

export function Button({ variant, size, keys, keysLabel, className, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      {...keyProps({ keys, keysLabel })}
      {...props}
      className={buttonClass({ variant, size }, className)}
    />
  );
}
