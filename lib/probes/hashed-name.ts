/** Folders in which build tools put only files that never change under one name. */
const IMMUTABLE_FOLDERS = /\/(?:_next\/static|_nuxt|_astro|_app\/immutable)\//;
const EXTENSION = /\.(?:m?js|css|woff2?|ttf|otf|png|jpe?g|gif|webp|avif|svg|ico|wasm|mp4|webm)$/i;

/** Whether a file's name changes with what is in it, as build tools write it: `app.3f9ab2c1.js`, `index-BxT3k9_q.css`. */
export function isHashedName(pathname: string): boolean {
  if (!EXTENSION.test(pathname)) return false;
  if (IMMUTABLE_FOLDERS.test(pathname)) return true;
  const name = pathname.slice(pathname.lastIndexOf("/") + 1).replace(/\.[a-z0-9]+$/i, "");
  const words = name.split(/[.-]/);
  // The eight characters that Vite and esbuild append may be any of base64url's, a dash too.
  return (
    words.some(isHex) || words.slice(1).some(isMixed) || (/[.-]/.test(name.at(-9) ?? "") && isMixed(name.slice(-8)))
  );
}

function isHex(word: string): boolean {
  return /^[0-9a-f]{8,64}$/i.test(word) && /\d/.test(word) && /[a-f]/i.test(word);
}

/** Eight characters that no person would write: all of lower case, upper case and digits, or capitals with digits. */
function isMixed(word: string): boolean {
  if (!/^[A-Za-z0-9_-]{8}$/.test(word) || !/[A-Z]/.test(word)) return false;
  return /\d/.test(word) || /^.+[A-Z].*[a-z].*[A-Z]/.test(word);
}
