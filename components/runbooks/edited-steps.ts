export type EditedStep = { key: string; text: string; command: string };

/** The list with the step moved by one place; as it was where there is no such place. */
export function moved(steps: readonly EditedStep[], key: string, by: -1 | 1): EditedStep[] {
  const from = steps.findIndex((step) => step.key === key);
  const to = from + by;
  const [step, other] = [steps[from], steps[to]];
  if (!step || !other) return [...steps];
  return steps.with(from, other).with(to, step);
}

/** As the verb wants them; what was left wholly empty is no step. */
export function stepsToSend(steps: readonly EditedStep[]): { text: string; command: string }[] {
  return steps
    .map(({ text, command }) => ({ text: text.trim(), command: command.trim() }))
    .filter(({ text, command }) => text !== "" || command !== "");
}

/** Whether what would be sent differs from what there is. */
export function isChanged(
  before: { title: string; steps: readonly { text: string; command: string }[] },
  now: { title: string; steps: readonly EditedStep[] },
): boolean {
  const plain = before.steps.map(({ text, command }) => ({ text, command }));
  return before.title !== now.title.trim() || JSON.stringify(plain) !== JSON.stringify(stepsToSend(now.steps));
}
