import { isAllowed, type Role } from "#lib/auth/permissions.ts";
import { paths } from "../paths.ts";
import { LinkTabs } from "../ui/link-tabs.tsx";

type Props = { slug: string; role: Role; current: "pack" | "links" | "look" };

/** The pages about what is handed over; each for those who may do something there. */
export function HandoverTabs({ slug, role, current }: Props) {
  const tabs = [
    { href: paths.handover(slug), label: "Pack", isCurrent: current === "pack" },
    ...(isAllowed(role, "share.read")
      ? [{ href: paths.handoverLinks(slug), label: "Links", isCurrent: current === "links" }]
      : []),
    ...(isAllowed(role, "branding.write")
      ? [{ href: paths.handoverLook(slug), label: "Look", isCurrent: current === "look" }]
      : []),
  ];
  if (tabs.length === 1) return null;
  return (
    <div className="min-w-0 pb-5">
      <LinkTabs label="Handover" tabs={tabs} />
    </div>
  );
}
