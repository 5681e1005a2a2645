import { CopyButton } from "./copy-button.tsx";

/** The command with which anybody can see the same. */
export function ReproduceLine({ command }: { command: string }) {
  return (
    <div className="flex items-start gap-2 text-ink-2">
      <code className="min-w-0 flex-1 py-1 font-mono text-xs [overflow-wrap:anywhere]">$ {command}</code>
      <CopyButton text={command} label="Copy the command" />
    </div>
  );
}
