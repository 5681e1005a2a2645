import { effectLines, type ImportAnswer } from "./import-words.ts";

/** What a file did to the register, for each tool that it is of. */
export function ImportResult({ answer: { tools, findings } }: { answer: ImportAnswer }) {
  return (
    <div role="status" className="rounded-md border border-ok-line bg-ok-tint px-3 py-2 text-sm">
      <p className="font-medium text-ok">
        {findings} {findings === 1 ? "result" : "results"} read
      </p>
      {tools.map((effect) => (
        <div key={`${effect.tool} ${effect.version}`} className="pt-1">
          <p className="text-ink-2 [overflow-wrap:anywhere]">
            {effect.tool} {effect.version}
          </p>
          <ul className="list-disc pl-4">
            {effectLines(effect).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
