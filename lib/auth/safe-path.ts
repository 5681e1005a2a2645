/** The path when it leads into this app and nowhere else, the fallback otherwise. */
export function safePath(path: string | null | undefined, fallback = "/"): string {
  if (!path || path.length > 2048) return fallback;
  return isOurs(path) && isOurs(decodedOnce(path)) ? path : fallback;
}

/** Browsers read a backslash as a slash and drop tabs and line breaks; both could make it `//host`. */
function isOurs(path: string): boolean {
  return /^\/(?![/\\])\P{Cc}*$/u.test(path);
}

function decodedOnce(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}
