"use client";

import { ChevronDown } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuDownload } from "#components/ui/menu.tsx";

type Props = { total: number; csvHref: string; sarifHref: string };

/** The whole register as a file; filters do not narrow it, so that nothing is missing unseen. */
export function ExportMenu({ total, csvHref, sarifHref }: Props) {
  return (
    <Menu
      trigger={
        <Button>
          Export <ChevronDown size={13} aria-hidden />
        </Button>
      }
    >
      <p className="px-2 py-1 text-ink-3 text-xs">All {total} risks, whatever the filters</p>
      <MenuDownload href={csvHref}>CSV, for a spreadsheet</MenuDownload>
      <MenuDownload href={sarifHref}>SARIF, for other tools</MenuDownload>
    </Menu>
  );
}
