import { paths } from "#components/paths.ts";
import { safePath } from "#lib/auth/safe-path.ts";

/** Where somebody goes who has signed in: where they wanted to, if that is a page of ours. */
export function afterSignIn(next: string | undefined): string {
  const path = safePath(next);
  const isLoop = path === "/" || path.startsWith(paths.signIn());
  return isLoop ? paths.projects() : path;
}
