import { cleanText, redact, safeLink } from "#lib/handover/sanitize.ts";
import { messageText } from "./message-text.ts";
import { placeIn } from "./place-of.ts";
import type { Ruled } from "./rule-of.ts";
import type { ResultIn, RuleIn, RunIn } from "./schema.ts";

const TITLE_MAX = 200;
const LINE_MAX = 1000;
const TEXT_MAX = 2200;
const PLACES_MAX = 10;

export type Words = { title: string; description: string; message: string };

/** What the register says of a finding: as its title the rule's, where it has one; the message, help and other places. */
export function wordsOf(result: ResultIn, { ruleId, rule }: Ruled, run: RunIn): Words {
  const message = cleanLines(messageText(result.message, rule, run));
  const short = shortOf(rule);
  // Semgrep's "Semgrep Finding: <id>" only says the id again.
  const isTelling = short.length >= 3 && !short.includes(ruleId);
  const title = isTelling ? short : firstSentence(message);
  const help = helpOf(rule);
  const link = safeLink(rule?.helpUri ?? null);
  const parts = [message, help === message ? "" : help, ...otherPlaces(result, run), link ? `See ${link}` : ""];
  return {
    title: title.length >= 3 ? title : cleanText(`Finding of ${ruleId}`, TITLE_MAX),
    description: parts.filter((part) => part !== "").join("\n\n"),
    message,
  };
}

function firstSentence(message: string): string {
  const [line = ""] = message.split("\n");
  const end = line.search(/[.!?](?:\s|$)/);
  return cleanText(end > 0 ? line.slice(0, end) : line, TITLE_MAX);
}

/** What a rule says is the same for thousands of findings. */
function oncePerRule(read: (rule: RuleIn) => string): (rule: RuleIn | null) => string {
  const texts = new WeakMap<RuleIn, string>();
  return (rule) => {
    if (rule === null) return "";
    const text = texts.get(rule) ?? read(rule);
    texts.set(rule, text);
    return text;
  };
}

const shortOf = oncePerRule(({ shortDescription }) => cleanText(shortDescription?.text ?? "", TITLE_MAX));
const helpOf = oncePerRule(({ help, fullDescription }) => cleanLines(help?.text ?? fullDescription?.text ?? ""));

/** Each line is made safe to show; a private key, which goes over many lines, is looked for in the whole. */
function cleanLines(text: string): string {
  const looked = text.slice(0, TEXT_MAX * 2);
  const lines = (looked.includes("-----BEGIN") ? redact(looked) : looked)
    .split(/\r\n|[\r\n]/)
    .map((line) => cleanText(line, LINE_MAX));
  const whole = lines
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
  return whole.length <= TEXT_MAX ? whole : `${whole.slice(0, TEXT_MAX - 1).toWellFormed()}…`;
}

function otherPlaces(result: ResultIn, run: RunIn): string[] {
  const others = (result.locations ?? []).slice(1, 1 + PLACES_MAX).flatMap((location) => placeIn(location, run) ?? []);
  const also = others.map(({ uri, line }) => (line === null ? uri : `${uri}:${line}`));
  const flows = result.codeFlows?.length ?? 0;
  const related = result.relatedLocations?.length ?? 0;
  const counted = [flows > 0 && `code flows: ${flows}`, related > 0 && `related places: ${related}`].filter(Boolean);
  return [
    also.length > 0 ? `Also at ${also.join(", ")}.` : "",
    counted.length > 0 ? `In the scanner's own report: ${counted.join(", ")}.` : "",
  ];
}
