/** The look of everything one types into or chooses from. */
export const CONTROL =
  "w-full min-w-0 min-h-8.5 rounded-md border border-control bg-panel px-2.5 text-base text-ink placeholder:text-ink-3 aria-invalid:border-bad pointer-coarse:min-h-11";
