import type { ShareView } from "#db/queries/views.ts";
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

type Props = { shares: readonly ShareView[]; revoke: (share: string) => FormAction };

export function ShareList({ shares, revoke }: Props) {
  return (
    <Table caption="Links for people without an account">
      <thead>
        <tr>
          <Th>For</Th>
          <Th>Version</Th>
          <Th>State</Th>
          <Th>Views</Th>
          <Th>Ends</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {shares.map((share) => (
          <tr key={share.id}>
            <Td className="font-medium">{share.label}</Td>
            <Td>{share.packVersion}</Td>
            <Td>
              <Chip tone={STATES[share.state].tone}>{STATES[share.state].word}</Chip>
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
