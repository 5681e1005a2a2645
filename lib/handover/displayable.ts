const SHOWN_MAX = 4;

/** What the fonts of a pack can show between them. */
export type Coverage = {
  /** By at least one font in each of its weights. */
  some: ReadonlySet<number>;
  /** By every font: combining marks must stay with their letter, whichever font that is in. */
  all: ReadonlySet<number>;
};

/**
 * The text with each run of characters that no font has named by code point (`[U+6F22 U+5B57]`): PDF/UA refuses a
 * document with a character that cannot be displayed, and the compiler may abort over one. ASCII is taken to be covered.
 */
export function displayable(text: string, { some, all }: Coverage): string {
  return text.normalize("NFC").replace(/\P{ASCII}+/gu, (run) => {
    const pieces: string[] = [];
    let absent: number[] = [];
    for (const character of run) {
      const code = character.codePointAt(0) ?? 0;
      if (!(/\p{M}/u.test(character) ? all : some).has(code)) {
        absent.push(code);
        continue;
      }
      pieces.push(named(absent), character);
      absent = [];
    }
    return [...pieces, named(absent)].join("");
  });
}

function named(codes: readonly number[]): string {
  if (codes.length === 0) return "";
  const names = codes.slice(0, SHOWN_MAX).map((code) => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`);
  return `[${names.join(" ")}${codes.length > SHOWN_MAX ? ` and ${codes.length - SHOWN_MAX} more` : ""}]`;
}
