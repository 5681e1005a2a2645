import type { ReactNode } from "react";
import { PageTitle } from "#components/shell/page-title.tsx";
import { ToolsShell } from "#components/tools/tools-shell.tsx";
import { env } from "#lib/env.ts";

/** What needs no account, where the operator offers it. */
export default function ToolsLayout({ children }: { children: ReactNode }) {
  return <ToolsShell>{env().PUBLIC_TOOLS === "on" ? children : <NotOffered />}</ToolsShell>;
}

function NotOffered() {
  return (
    <PageTitle title="The free tools are switched off">
      Whoever runs this installation of Launch Ready does not offer them. With an account you can sign in as ever.
    </PageTitle>
  );
}
