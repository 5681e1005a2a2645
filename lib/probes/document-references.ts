import type { PartValue } from "#lib/audits/observation.ts";

export type Kind = NonNullable<PartValue<"page">["document"]>["references"][number]["kind"];
export type Attributes = Readonly<Record<string, string>>;
/** A reference as it is written, not yet resolved. */
export type Written = { kind: Kind; url: string };

/** Which attributes of which elements make a browser load or send something, and as what. */
const SOURCES = new Map<string, readonly (readonly [attribute: string, kind: Kind])[]>([
  ["script", [["src", "script"]]],
  ["iframe", [["src", "frame"]]],
  ["frame", [["src", "frame"]]],
  ["object", [["data", "object"]]],
  ["embed", [["src", "object"]]],
  ["form", [["action", "form"]]],
  ["button", [["formaction", "form"]]],
  [
    "input",
    [
      ["formaction", "form"],
      ["src", "image"],
    ],
  ],
  [
    "img",
    [
      ["src", "image"],
      ["srcset", "image"],
    ],
  ],
  [
    "image",
    [
      ["href", "image"],
      ["xlink:href", "image"],
    ],
  ],
  [
    "source",
    [
      ["src", "media"],
      ["srcset", "image"],
    ],
  ],
  [
    "video",
    [
      ["src", "media"],
      ["poster", "image"],
    ],
  ],
  ["audio", [["src", "media"]]],
  ["track", [["src", "media"]]],
]);

const LINKS = new Map<string, Kind>([
  ["stylesheet", "style"],
  ["modulepreload", "script"],
  ["icon", "link"],
  ["apple-touch-icon", "link"],
  ["manifest", "link"],
  ["prefetch", "link"],
]);
const PRELOADS = new Map<string, Kind>([
  ["script", "script"],
  ["style", "style"],
  ["font", "font"],
  ["image", "image"],
  ["video", "media"],
  ["audio", "media"],
]);
const SRCSET_MAX = 50;

export function referencesOf(tag: string, attributes: Attributes): Written[] {
  if (tag === "link") return linked(attributes);
  if (tag === "meta") return refreshed(attributes);
  return (SOURCES.get(tag) ?? []).flatMap(([attribute, kind]) => {
    const value = attributes[attribute];
    if (value === undefined) return [];
    return (attribute === "srcset" ? candidates(value) : [value]).map((url) => ({ kind, url }));
  });
}

function candidates(srcset: string): string[] {
  return srcset
    .split(/,\s+/, SRCSET_MAX)
    .map((candidate) => candidate.trim().split(/\s/, 1)[0] ?? "")
    .filter((url) => url !== "");
}

function linked({ rel = "", as = "", href }: Attributes): Written[] {
  const words = rel.toLowerCase().split(/\s+/, SRCSET_MAX);
  const kind = words.includes("preload")
    ? PRELOADS.get(as.toLowerCase())
    : words.map((word) => LINKS.get(word)).find(Boolean);
  return href === undefined || kind === undefined ? [] : [{ kind, url: href }];
}

function refreshed({ "http-equiv": name = "", content = "" }: Attributes): Written[] {
  if (name.toLowerCase() !== "refresh") return [];
  const url = /^[\s\d.]*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content.slice(0, 8192))?.[1];
  return url === undefined ? [] : [{ kind: "refresh", url: url.trim() }];
}
