import type { DnsQuestion } from "#lib/audits/observation.ts";
import { nextQuestions } from "#lib/audits/parse/spf-questions.ts";
import type { SpfQuestion } from "#lib/audits/parse/spf-steps.ts";

const QUESTIONS_MAX = 60;
const DEPTH_MAX = 12;
/** What is left of the tree then is not followed: a chain of slow name servers must not cost the rest of the part. */
const WALK_MS_MAX = 12_000;

export type AskSpf = (name: string, type: SpfQuestion["type"]) => Promise<DnsQuestion>;

/**
 * Asks all that a receiver may ask for the domain's SPF record: each level of the tree at once, so that it takes as many
 * turns as the tree is deep.
 */
export async function walkSpf(domain: string, ask: AskSpf): Promise<{ questions: DnsQuestion[]; isWhole: boolean }> {
  const questions = new Map<string, DnsQuestion>();
  let level: SpfQuestion[] = [{ name: domain, type: "TXT" }];
  let isWhole = true;
  const start = performance.now();
  for (let depth = 0; level.length > 0; depth += 1) {
    const fresh = new Map(level.map((question) => [`${question.type} ${question.name}`, question]));
    const open = [...fresh].filter(([key]) => !questions.has(key));
    const isOver = depth > DEPTH_MAX || performance.now() - start > WALK_MS_MAX;
    const room = isOver ? 0 : QUESTIONS_MAX - questions.size;
    if (open.length > room) isWhole = false;
    const answers = await Promise.all(
      open.slice(0, room).map(async ([key, { name, type }]) => [key, await ask(name, type)] as const),
    );
    for (const [key, answer] of answers) questions.set(key, answer);
    level = answers.flatMap(([, answer]) => nextQuestions(answer));
  }
  return { questions: [...questions.values()], isWhole };
}
