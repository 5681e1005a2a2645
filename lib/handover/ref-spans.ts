/** `E3, E4, E5` → `E3–E5`. */
export function spanOf(refs: readonly string[]): string {
  const spans: string[][] = [];
  for (const ref of refs) {
    const last = spans.at(-1);
    if (last && Number(last.at(-1)?.slice(1)) + 1 === Number(ref.slice(1))) last.push(ref);
    else spans.push([ref]);
  }
  return spans.map((span) => (span.length < 3 ? span.join(", ") : `${span[0]}–${span.at(-1)}`)).join(", ");
}
