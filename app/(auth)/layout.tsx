import type { ReactNode } from "react";
import { Brand } from "#components/shell/brand.tsx";

/** Before somebody is signed in: one quiet column. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-96 flex-col px-5 pt-[max(2rem,12vh)] pb-10">
      <Brand name="Launch Ready" />
      <div className="mt-8 flex flex-col gap-6">{children}</div>
    </main>
  );
}
