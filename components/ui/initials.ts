/** "Jonas Dahl" → "JD"; one name gives its first two letters. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s._-]+/)
    .filter((word) => word !== "");
  const [first = "", last = ""] = [words[0], words.at(-1)];
  const letters = words.length > 1 ? [...first].slice(0, 1).concat([...last].slice(0, 1)) : [...first].slice(0, 2);
  return letters.join("").toUpperCase();
}
