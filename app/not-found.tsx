import type { Metadata } from "next";
import { paths } from "#components/paths.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main>
      <ErrorState
        title="There is nothing here, or it is not yours to see"
        actions={
          <LinkButton href={paths.projects()} variant="primary">
            Your projects
          </LinkButton>
        }
      >
        Check the address. If somebody sent it to you, ask them whether you are a member of the project.
      </ErrorState>
    </main>
  );
}
