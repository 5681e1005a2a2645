"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { clsx } from "clsx";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";

const ITEM =
  "flex min-h-8 w-full items-center gap-2 rounded-md px-2 text-sm outline-none data-highlighted:bg-sunk pointer-coarse:min-h-11";

const POPUP =
  "min-w-44 max-h-[min(24rem,var(--available-height))] overflow-y-auto rounded-lg border border-line-strong bg-panel p-1 outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0";

type Props = { trigger: ReactElement; side?: "top" | "bottom"; align?: "start" | "end"; children: ReactNode };

export function Menu({ trigger, side = "bottom", align = "end", children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={4} className="z-50 outline-none">
          <Base.Popup className={POPUP}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type AnchoredProps = {
  /** What it opens beside; there is no trigger of its own. */
  anchor: HTMLElement;
  onClose: () => void;
  finalFocus: () => HTMLElement | boolean;
  children: ReactNode;
};

/** One menu for many places, open as long as it is rendered. */
export function AnchoredMenu({ anchor, onClose, finalFocus, children }: AnchoredProps) {
  return (
    <Base.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} align="start" sideOffset={4} className="z-50 outline-none">
          <Base.Popup finalFocus={finalFocus} className={POPUP}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuItem({
  onClick,
  isDanger,
  children,
}: {
  onClick: () => void;
  isDanger?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.Item onClick={onClick} className={clsx(ITEM, isDanger && "text-bad")}>
      {children}
    </Base.Item>
  );
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem closeOnClick render={<Link href={href} />} className={ITEM}>
      {children}
    </Base.LinkItem>
  );
}

/** A file of the API; not a page, so the browser fetches it. */
export function MenuDownload({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem closeOnClick render={<a href={href} download />} className={ITEM}>
      {children}
    </Base.LinkItem>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}

export type MenuChoice = { value: string; label: string };

export function MenuChoices(props: {
  label: string;
  value: string;
  choices: readonly MenuChoice[];
  onChange: (value: string) => void;
}) {
  return (
    <Base.RadioGroup value={props.value} onValueChange={props.onChange}>
      <Base.GroupLabel className="px-2 py-1 text-ink-3 text-xs">{props.label}</Base.GroupLabel>
      {props.choices.map(({ value, label }) => (
        <Base.RadioItem key={value} value={value} closeOnClick className={ITEM}>
          {label}
          <Base.RadioItemIndicator className="ml-auto text-ink-3">✓</Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

/** Any of several; it stays open while one is chosen after the other. */
export function MenuToggles(props: {
  label: string;
  values: readonly string[];
  choices: readonly MenuChoice[];
  onToggle: (value: string) => void;
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 py-1 text-ink-3 text-xs">{props.label}</Base.GroupLabel>
      {props.choices.map(({ value, label }) => (
        <Base.CheckboxItem
          key={value}
          checked={props.values.includes(value)}
          onCheckedChange={() => props.onToggle(value)}
          className={ITEM}
        >
          {label}
          <Base.CheckboxItemIndicator className="ml-auto text-ink-3">✓</Base.CheckboxItemIndicator>
        </Base.CheckboxItem>
      ))}
    </Base.Group>
  );
}
