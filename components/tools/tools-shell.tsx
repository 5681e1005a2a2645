import Link from "next/link";
import type { ReactNode } from "react";
import { paths } from "#components/paths.ts";
import { Brand } from "#components/shell/brand.tsx";
import { MAIN_ID, SkipLink } from "#components/shell/skip-link.tsx";

/** Around what needs no account: whose page it is, the way in, and nothing else. */
export function ToolsShell({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <div className="mx-auto flex min-h-dvh w-full max-w-[64rem] flex-col px-4 sm:px-6">
        <header className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-2">
          <Link href={paths.tools()} className="flex min-h-8 items-center pointer-coarse:min-h-11">
            <Brand name="Launch Ready" />
          </Link>
          <nav aria-label="Account" className="ml-auto text-sm">
            <Link
              href={paths.signIn()}
              className="flex min-h-8 items-center text-ink-2 hover:text-ink pointer-coarse:min-h-11"
            >
              Sign in
            </Link>
          </nav>
        </header>
        <main id={MAIN_ID} tabIndex={-1} className="min-w-0 flex-1 py-6 sm:py-8">
          {children}
        </main>
        <footer className="flex flex-wrap gap-x-5 gap-y-1 border-line border-t py-4 text-ink-3 text-sm">
          <span>The free tools keep no account and set no cookie.</span>
          <Link href="/bot" className="underline underline-offset-2 hover:text-ink">
            What checks send
          </Link>
          <Link href={paths.signIn()} className="underline underline-offset-2 hover:text-ink">
            Sign in
          </Link>
        </footer>
      </div>
    </>
  );
}
