import type { ReactNode } from "react";

/** A link out of the app. What is no http(s) address, from whoever it came, stays plain text. */
export function ExternalLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  if (!/^https?:\/\//i.test(href)) return <span className={className}>{children}</span>;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className={className ?? "underline decoration-line-strong underline-offset-2 hover:decoration-current"}
    >
      {children}
    </a>
  );
}
