import { Avatar } from "#components/ui/avatar.tsx";
import { Chip } from "#components/ui/chip.tsx";
import type { OwnerView } from "#db/queries/owner-views.ts";

/** Each owner by initials and name; the contact of people outside; who has left. */
export function OwnerNames({ owners }: { owners: readonly OwnerView[] }) {
  if (owners.length === 0) return <span className="text-ink-3">Nobody yet</span>;
  return (
    <ul className="flex flex-col gap-1">
      {owners.map(({ userId, name, contact, hasLeft }) => (
        <li key={userId ?? `${name} ${contact}`} className="flex min-w-0 items-start gap-1.5">
          <span aria-hidden className="mt-px flex">
            <Avatar name={name} isSmall />
          </span>
          <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-0.5 [overflow-wrap:anywhere]">
            <span className={hasLeft ? "text-ink-3 line-through" : undefined}>{name}</span>
            {hasLeft && <Chip tone="warn">no longer a member</Chip>}
            {userId === null && <span className="text-ink-3 text-xs">{contact}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
