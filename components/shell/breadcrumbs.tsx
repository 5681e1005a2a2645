import Link from "next/link";

export type Crumb = { title: string; href?: string | undefined };

export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="min-w-0">
      <ol className="flex min-w-0 flex-wrap items-center gap-1 text-ink-3 text-sm">
        {crumbs.map(({ title, href }, place) => (
          <li key={`${title}${href}`} className="flex items-center gap-1">
            {place > 0 && <span aria-hidden>/</span>}
            {href === undefined ? (
              <span aria-current="page" className="font-medium text-ink">
                {title}
              </span>
            ) : (
              <Link href={href} className="hover:text-ink">
                {title}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
