"use client";

import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { NowProvider } from "#components/ui/now.tsx";
import { Toaster } from "#components/ui/toaster.tsx";

/** What every page needs around it. `now` is the server's clock, so that ages read the same before and after hydration. */
export function Providers(props: { nonce?: string | undefined; now: number; children: ReactNode }) {
  const nonce = props.nonce === undefined ? {} : { nonce: props.nonce };
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange {...nonce}>
      <NowProvider initial={props.now}>
        <Toaster>{props.children}</Toaster>
      </NowProvider>
    </ThemeProvider>
  );
}
