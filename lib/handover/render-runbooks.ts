import { fenced, plainLine, plainStart } from "#lib/roadmap/markdown.ts";
import { KIND_TITLES, PLATFORM_NAMES } from "#lib/roadmap/records/runbook-words.ts";
import type { HandoverModel } from "./model.ts";
import { day } from "./view-words.ts";

/** The runbooks to keep beside the code. */
export function renderRunbooks({ project, version, runbooks }: HandoverModel): string {
  const books = runbooks.map(({ title, kind, platform, updatedAt, steps, rehearsals }) => {
    const lines = steps.map(({ text, command, people }, index) => {
      const typed = command === "" ? "" : `\n\n${fenced([command], "   ")}`;
      const who =
        people.length === 0 ? "Nobody has done this step yet." : `Done by ${people.map(plainLine).join(", ")}.`;
      return `${index + 1}. ${plainStart(text)}${typed}\n\n   ${who}\n`;
    });
    const [last] = rehearsals;
    const gone = last
      ? `Last gone through ${day(last.doneAt)} by ${plainLine(last.person)}.`
      : "Nobody has gone through it.";
    return `## ${plainLine(title)}\n\n${KIND_TITLES[kind]}, ${PLATFORM_NAMES[platform]}. Written ${day(updatedAt)}. ${gone}\n\n${lines.join("\n")}`;
  });
  return `# ${plainLine(project.name)}: runbooks of version ${version}\n\n${books.join("\n")}`;
}
