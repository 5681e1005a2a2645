import type { ComponentProps } from "react";
import { Table, Th } from "#components/ui/table.tsx";
import { ProviderRow } from "./provider-row.tsx";

type RowProps = ComponentProps<typeof ProviderRow>;
type Props = Omit<RowProps, "row"> & { rows: readonly RowProps["row"][] };

/** A row per kind of provider. On a phone each is a card. */
export function ProviderTable({ rows, ...rest }: Props) {
  return (
    <Table caption="Providers, who owns them, and the other way in" className="max-lg:block">
      <thead className="max-lg:sr-only">
        <tr>
          <Th>What</Th>
          <Th>Provider</Th>
          <Th>Owners</Th>
          <Th>Console</Th>
          <Th>Other way in</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </thead>
      <tbody className="max-lg:block">
        {rows.map((row) => (
          <ProviderRow key={row.kind} row={row} {...rest} />
        ))}
      </tbody>
    </Table>
  );
}
