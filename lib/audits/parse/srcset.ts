const CANDIDATES_MAX = 100;
const SPACE = /[\t\n\f\r ]/;

/** The addresses of a `srcset` (HTML §4.8.4.2.2 "parse a srcset attribute"): commas may be part of an address. */
export function srcsetUrls(srcset: string): string[] {
  const urls: string[] = [];
  let at = 0;
  while (at < srcset.length && urls.length < CANDIDATES_MAX) {
    const char = srcset[at] ?? "";
    if (char === "," || SPACE.test(char)) {
      at += 1;
      continue;
    }
    const start = at;
    while (at < srcset.length && !SPACE.test(srcset[at] ?? "")) at += 1;
    const word = srcset.slice(start, at);
    let end = word.length;
    while (word[end - 1] === ",") end -= 1;
    urls.push(word.slice(0, end));
    if (end === word.length) at = afterDescriptors(srcset, at);
  }
  return urls.filter((url) => url !== "");
}

/** A comma ends them, but not one in parentheses. */
function afterDescriptors(srcset: string, start: number): number {
  let isInside = false;
  for (let at = start; at < srcset.length; at += 1) {
    if (srcset[at] === "(") isInside = true;
    else if (srcset[at] === ")") isInside = false;
    else if (srcset[at] === "," && !isInside) return at + 1;
  }
  return srcset.length;
}
