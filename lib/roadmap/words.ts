const NUMBERS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
] as const;

/** A count as prose has it: a word up to twelve, then digits. Zero is "no". */
export function inWords(count: number): string {
  return NUMBERS[count] ?? String(count);
}

/** "one check", "three checks", "no checks". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${inWords(count)} ${count === 1 ? noun : plural}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}

/** Without the full stops that would end the sentence it is put into. */
export function unstopped(text: string): string {
  return text.trim().replace(/[.\s]+$/, "");
}

/** At most `charactersMax` characters, cut at a word where there is one to cut at. */
export function clipped(text: string, charactersMax: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  const characters = Array.from(flat);
  if (characters.length <= charactersMax) return flat;
  const head = characters.slice(0, charactersMax - 1).join("");
  const space = head.lastIndexOf(" ");
  return `${space > head.length / 2 ? head.slice(0, space) : head}…`;
}
