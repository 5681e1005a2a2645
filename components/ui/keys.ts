/** Binds keys to a link or button: pressing them clicks it (see shell/shortcuts.tsx). `g s` is one key after another. */
export type KeyHint = {
  keys?: string | undefined;
  /** What the help dialog calls it, if not by its own text. */
  keysLabel?: string | undefined;
};

export function keyProps({ keys, keysLabel }: KeyHint) {
  if (keys === undefined) return {};
  return {
    "data-keys": keys,
    ...(keysLabel === undefined ? {} : { "data-keys-label": keysLabel }),
    ...(keys.includes(" ") ? {} : { "aria-keyshortcuts": keys.length === 1 ? keys.toUpperCase() : keys }),
  };
}
