import type { HandoverModel } from "./model.ts";
import { day, PLATFORM_WORDS, RUNBOOK_WORDS } from "./view-words.ts";

/** What Markdown, or the HTML in it, would take for its own. */
const MARKUP = /[\\`*_{}[\]()#+\-.!|<>~&]/g;
const plain = (text: string) => text.replace(MARKUP, (character) => `\\${character}`);

/** The runbooks to keep beside the code. */
export function renderRunbooks({ project, version, runbooks }: HandoverModel): string {
  const books = runbooks.map(({ title, kind, platform, updatedAt, steps, rehearsals }) => {
    const lines = steps.map(({ text, command, people }, index) => {
      const fence = "`".repeat(Math.max(3, ...[...command.matchAll(/`+/g)].map(([run]) => run.length + 1)));
      const typed = command === "" ? "" : `\n\n   ${fence}\n   ${command}\n   ${fence}`;
      const who = people.length === 0 ? "Nobody has done this step yet." : `Done by ${people.map(plain).join(", ")}.`;
      return `${index + 1}. ${plain(text)}${typed}\n\n   ${who}\n`;
    });
    const [last] = rehearsals;
    const gone = last
      ? `Last gone through ${day(last.doneAt)} by ${plain(last.person)}.`
      : "Nobody has gone through it.";
    return `## ${plain(title)}\n\n${RUNBOOK_WORDS[kind]}, ${PLATFORM_WORDS[platform]}. Written ${day(updatedAt)}. ${gone}\n\n${lines.join("\n")}`;
  });
  return `# ${plain(project.name)}: runbooks of version ${version}\n\n${books.join("\n")}`;
}
