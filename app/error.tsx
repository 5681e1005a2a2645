"use client";

import { paths } from "#components/paths.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

type Props = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  return (
    <main>
      <ErrorState
        title="Something went wrong"
        reference={error.digest}
        actions={
          <>
            <Button variant="primary" onClick={() => retry()}>
              Try again
            </Button>
            <LinkButton href={paths.projects()}>Your projects</LinkButton>
          </>
        }
      >
        This page could not be shown. Nothing that you saved is lost. If it stays, give the reference to whoever runs
        this installation; the log has the rest.
      </ErrorState>
    </main>
  );
}
