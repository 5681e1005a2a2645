/** Rounds of two ways to do the same work, one after the other, so that the machine's mood hits both alike. */
export async function ratio(
  name: string,
  ours: () => Promise<number>,
  other: () => Promise<number>,
  { rounds = 7, goal }: { rounds?: number; goal: string },
): Promise<void> {
  await ours();
  await other();
  const ratios: number[] = [];
  const milliseconds: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const [a, b] = [await ours(), await other()];
    milliseconds[0].push(a);
    milliseconds[1].push(b);
    ratios.push(a / b);
  }
  const sorted = ratios.toSorted((x, y) => x - y);
  const show = (value: number | undefined) => (value ?? Number.NaN).toFixed(2);
  process.stdout.write(
    `${name}\n  ours ${median(milliseconds[0]).toFixed(1)} ms, other ${median(milliseconds[1]).toFixed(1)} ms; ours / other: min ${show(sorted[0])}, median ${show(median(ratios))}, max ${show(sorted.at(-1))} (goal: ${goal})\n`,
  );
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
