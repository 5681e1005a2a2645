type Import = { imported: number; repeated: number; skipped: readonly { line: number }[]; total: number };

const LINES_SAID_MAX = 8;

/** "12 rows taken over; lines 3 and 9 left out. The list has 12 addresses." */
export function imported({ imported: count, repeated, skipped, total }: Import): string {
  const lines = skipped.slice(0, LINES_SAID_MAX).map(({ line }) => line);
  const more = skipped.length - lines.length;
  const left = `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}${more > 0 ? ` and ${more} more` : ""} left out`;
  const parts = [
    `${count} ${count === 1 ? "row" : "rows"} taken over`,
    ...(repeated > 0 ? [`${repeated} repeated`] : []),
    ...(skipped.length > 0 ? [left] : []),
  ];
  return `${parts.join("; ")}. The list has ${total} ${total === 1 ? "address" : "addresses"}.`;
}
