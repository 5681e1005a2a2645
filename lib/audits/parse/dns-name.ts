const NAME_CHARS_MAX = 253;

/** Whether a question can be put about this name at all (RFC 1035 §2.3.4). */
export function isQueryable(name: string): boolean {
  return name.length <= NAME_CHARS_MAX && name.split(".").every((label) => label.length > 0 && label.length <= 63);
}

/** Labels are dropped from the left until a name fits into a question (RFC 7208 §7.3). */
export function fitName(name: string): string {
  let fitted = name;
  while (fitted.length > NAME_CHARS_MAX && fitted.includes(".")) fitted = fitted.slice(fitted.indexOf(".") + 1);
  return fitted;
}

export function isSameOrBelow(name: string, parent: string): boolean {
  const [low, top] = [name.toLowerCase(), parent.toLowerCase()];
  return low === top || low.endsWith(`.${top}`);
}

/** A record's text as it was published: our resolvers write every byte outside printable ASCII as `\DDD`. */
export function unescapeText(text: string): string {
  return text.replace(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(Number(code)));
}
