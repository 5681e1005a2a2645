"use client";

import { useRegister } from "./register-context.ts";

const BOX = "relative z-1 block size-4 accent-accent pointer-coarse:size-5";

/** A frame around the box makes it easy to hit. */
const TARGET = "relative z-1 grid size-7 place-items-center pointer-coarse:size-11";

export function SelectBox({ number, title }: { number: number; title: string }) {
  const { selection } = useRegister();
  return (
    <label className={TARGET}>
      <input
        type="checkbox"
        aria-label={`Select risk ${number}, ${title}`}
        checked={selection.has(number)}
        onChange={({ nativeEvent }) => {
          const isRange = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
          if (isRange) selection.extendTo(number);
          else selection.toggle(number);
        }}
        className={BOX}
      />
    </label>
  );
}

export function SelectAllBox() {
  const { selection, rows } = useRegister();
  const isAll = rows.length > 0 && selection.numbers.length === rows.length;
  const isSome = selection.numbers.length > 0 && !isAll;
  return (
    <label className={TARGET}>
      <input
        type="checkbox"
        aria-label="Select all rows"
        checked={isAll}
        ref={(box) => {
          if (box) box.indeterminate = isSome;
        }}
        onChange={selection.toggleAll}
        className={BOX}
      />
    </label>
  );
}
