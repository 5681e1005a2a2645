import { KeyRound } from "lucide-react";
import type { ShareView, SignOffView } from "#db/queries/views.ts";
import type { FormAction } from "../ui/action.ts";
import { Chip } from "../ui/chip.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import type { UiMark } from "../ui/marks.ts";
import { Table, Td, Th } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";

const STATES: Record<ShareView["state"], { word: string; tone: UiMark["tone"] }> = {
  active: { word: "active", tone: "ok" },
  expired: { word: "expired", tone: "mute" },
  revoked: { word: "revoked", tone: "mute" },
  used_up: { word: "used up", tone: "mute" },
};

type Props = { shares: readonly ShareView[]; signOffs: readonly SignOffView[]; revoke: (share: string) => FormAction };

/** What a link asks for and allows, and who has signed off through it. */
function Marks({ share, signOffs }: { share: ShareView; signOffs: readonly SignOffView[] }) {
  const mine = signOffs.filter((one) => one.shareId === share.id);
  const isDraft = mine.some((one) => one.isDraft);
  return (
    <span className="flex flex-wrap gap-1">
      {share.hasPassphrase && (
        <Chip>
          <KeyRound size={11} aria-hidden className="-mt-px inline" /> passphrase
        </Chip>
      )}
      {mine.length > 0 ? (
        <Chip tone={isDraft ? "warn" : "ok"} className="whitespace-normal!">
          {isDraft ? "draft received by" : "signed off by"} {mine.map(({ name }) => name).join(", ")}
        </Chip>
      ) : (
        share.canSignOff && <Chip>can sign off</Chip>
      )}
    </span>
  );
}

export function ShareList({ shares, signOffs, revoke }: Props) {
  return (
    <Table caption="Links for people without an account">
      <thead>
        <tr>
          <Th>For</Th>
          <Th>Version</Th>
          <Th>State</Th>
          <Th>With</Th>
          <Th>Views</Th>
          <Th>Ends</Th>
          {/* What only readers hear is placed within its cell, so that it does not widen the page past the table's frame. */}
          <Th className="relative">
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {shares.map((share) => (
          <tr key={share.id}>
            <Td className="min-w-32 font-medium [overflow-wrap:anywhere]">{share.label}</Td>
            <Td>{share.packVersion}</Td>
            <Td>
              <Chip tone={STATES[share.state].tone}>{STATES[share.state].word}</Chip>
            </Td>
            <Td>
              <Marks share={share} signOffs={signOffs} />
            </Td>
            <Td className="whitespace-nowrap">
              {share.views} of {share.viewsMax}
            </Td>
            <Td className="whitespace-nowrap text-ink-3">
              <Time iso={share.expiresAt} />
            </Td>
            <Td className="text-right">
              {share.state === "active" && (
                <ConfirmDialog
                  label="Revoke"
                  size="sm"
                  title={`Revoke the link for ${share.label}?`}
                  description="Whoever opens it from now on sees nothing. A copy that was downloaded stays with them."
                  confirm="Revoke the link"
                  action={revoke(share.id)}
                />
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
