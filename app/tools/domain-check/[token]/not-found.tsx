import { paths } from "#components/paths.ts";
import { PageTitle } from "#components/shell/page-title.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

export default function DomainCheckNotFound() {
  return (
    <>
      <title>Not found · Launch Ready</title>
      <PageTitle title="There is no result here">
        Results are deleted one hour after the check was asked for. Or the address is not whole: check how it ends.
      </PageTitle>
      <LinkButton href={paths.tool("domain-check")} variant="primary">
        Check a domain
      </LinkButton>
    </>
  );
}
