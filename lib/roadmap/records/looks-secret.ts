import { SECRET_FORMS } from "#lib/handover/secret-forms.ts";

const FORMS: readonly RegExp[] = [
  ...SECRET_FORMS,
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/,
  /https:\/\/hooks\.slack\.com\/services\/\w{4,}\/\w{4,}\/\w{8,}/,
];

/** `password: …`, `API_KEY=…`, "the PIN is …": what is named a secret and then said. */
const NAMED =
  /(?:passw(?:or)?d|passphrase|\bpin|recovery code|backup code|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)["']?(?:\s{0,3}[=:]\s{0,3}|\s{1,3}is\s{1,3})["']?([^\s"'&;,]{4,200})/gi;

const IN_ADDRESS = /:\/\/[^\s/?#@:]{1,256}:([^\s/?#@]{1,256})@/g;

/** Long, and of small and capital letters and digits at once, as only generated text is. */
const RANDOM =
  /(?<![\w+/=-])(?=[\w+/=-]{0,200}\d)(?=[\w+/=-]{0,200}[a-z])(?=[\w+/=-]{0,200}[A-Z])[A-Za-z0-9+/=_-]{24,200}/g;
const WORDS = /^(?:[A-Za-z]+|\d{1,4})(?:[-_/=][A-Za-z]+|[-_/=]\d{1,4})*$/;

/** NAME, $NAME, ${NAME}, <name>, {{name}}, …, ***: a place for a secret, and none itself. */
const PLACEHOLDER = /^(?:[A-Z][A-Z_]*\d?|\$.*|<.*|\{.*|\[.*|[.…*x]+)$/;

/** A word of prose rather than a thing that somebody made up to be hard to guess. */
const PLAIN_WORD = /^[a-z]+[.!?:)]*$|^[A-Z][a-z]+[.!?:)]*$/;

/**
 * Whether the text seems to hold a secret itself and not only to say where one is kept. Asked before anything is stored
 * that many people will read; it errs on the side of asking again.
 */
export function looksSecret(text: string): boolean {
  if (FORMS.some((form) => text.search(form) !== -1)) return true;
  const said = [...text.matchAll(NAMED), ...text.matchAll(IN_ADDRESS)].map(([, value = ""]) => value);
  if (said.some((value) => !PLACEHOLDER.test(value) && !PLAIN_WORD.test(value))) return true;
  return [...text.matchAll(RANDOM)].some(([word]) => !WORDS.test(word));
}
