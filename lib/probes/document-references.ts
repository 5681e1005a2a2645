import type { PartValue } from "#lib/audits/observation.ts";
import { cssUrls } from "#lib/audits/parse/css-urls.ts";
import { srcsetUrls } from "#lib/audits/parse/srcset.ts";

export type Kind = NonNullable<PartValue<"page">["document"]>["references"][number]["kind"];
export type Attributes = Readonly<Record<string, string>>;
/** A reference as it is written, not yet resolved. */
export type Written = { kind: Kind; url: string; isInCss?: boolean } & Partial<Checked>;
/** What lets a browser check a script or a style sheet before it runs (SRI §3.5). */
type Checked = { integrity: string | null; crossorigin: string | null };

const WORDS_MAX = 50;

/** Which attributes of which elements make a browser load or send something, and as what (HTML §3–4, SVG 2 §16.2). */
const SOURCES: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  a: { ping: "fetch" },
  area: { ping: "fetch" },
  audio: { src: "media" },
  body: { background: "image" },
  button: { formaction: "form" },
  embed: { src: "object" },
  feimage: { href: "image", "xlink:href": "image" },
  form: { action: "form" },
  frame: { src: "frame" },
  iframe: { src: "frame" },
  // The parser takes SVG's <image> for HTML's old name of <img>.
  img: { src: "image", srcset: "imageset", href: "image", "xlink:href": "image" },
  input: { formaction: "form", src: "image" },
  object: { data: "object" },
  source: { src: "media", srcset: "imageset" },
  table: { background: "image" },
  td: { background: "image" },
  track: { src: "fetch" },
  use: { href: "fetch", "xlink:href": "fetch" },
  video: { src: "media", poster: "image" },
};
/** Attributes that hold several addresses. */
const LISTS: Readonly<Record<string, (value: string) => string[]>> = {
  srcset: srcsetUrls,
  imagesrcset: srcsetUrls,
  ping: (value) => value.split(/\s+/, WORDS_MAX),
};

const LINKS = new Map<string, Kind>([
  ["stylesheet", "style"],
  ["modulepreload", "script"],
  ["icon", "image"],
  ["apple-touch-icon", "image"],
  ["mask-icon", "image"],
  ["manifest", "fetch"],
  ["prefetch", "fetch"],
]);
const PRELOADS = new Map<string, Kind>([
  ["script", "script"],
  ["style", "style"],
  ["font", "font"],
  ["image", "image"],
  ["video", "media"],
  ["audio", "media"],
  ["fetch", "fetch"],
  ["track", "fetch"],
]);

export function referencesOf(tag: string, attributes: Attributes): Written[] {
  return [...own(tag, attributes), ...styled(attributes.style)];
}

function own(tag: string, attributes: Attributes): Written[] {
  if (tag === "link") return linked(attributes);
  if (tag === "script") return scripted(attributes);
  if (tag === "meta") return refreshed(attributes);
  if (!Object.hasOwn(SOURCES, tag)) return [];
  // HTML §4.8.4.3.5: an image that has a srcset is loaded as one of a set, its src too.
  const isSet = tag === "img" && attributes.srcset !== undefined;
  return Object.entries(SOURCES[tag] ?? {}).flatMap(([attribute, kind]) => {
    const value = attributes[attribute];
    if (value === undefined) return [];
    const urls = LISTS[attribute]?.(value) ?? [value];
    return urls.map((url): Written => ({ kind: isSet ? "imageset" : kind, url }));
  });
}

/** The addresses in the text of a `<style>` or a `style` attribute. */
export function styled(css: string | undefined): Written[] {
  return css === undefined || css === "" ? [] : cssUrls(css).map((found) => ({ ...found, isInCss: true }));
}

const ATTRIBUTE_CHARS_MAX = 2048;

function checkedBy({ integrity, crossorigin }: Attributes): Checked {
  const cut = (text: string | undefined) => text?.slice(0, ATTRIBUTE_CHARS_MAX) ?? null;
  return { integrity: cut(integrity), crossorigin: cut(crossorigin) };
}

function scripted(attributes: Attributes): Written[] {
  return attributes.src === undefined ? [] : [{ kind: "script", url: attributes.src, ...checkedBy(attributes) }];
}

function linked(attributes: Attributes): Written[] {
  const { rel = "", as = "", href, imagesrcset = "" } = attributes;
  const words = rel.toLowerCase().split(/\s+/, WORDS_MAX);
  const isPreload = words.includes("preload");
  const kind = isPreload ? PRELOADS.get(as.toLowerCase()) : words.map((word) => LINKS.get(word)).find(Boolean);
  const chosen = isPreload && kind === "image" ? srcsetUrls(imagesrcset) : [];
  const set = chosen.map((url): Written => ({ kind: "imageset", url }));
  if (href === undefined || kind === undefined) return set;
  return [{ kind, url: href, ...(words.includes("stylesheet") ? checkedBy(attributes) : {}) }, ...set];
}

/** HTML §4.2.5.3, "shared declarative refresh steps". */
const REFRESH = /^\s*[\d.]+(?:\s*[;,]\s*|\s+)(?:url\s*=\s*)?(?:"([^"]*)|'([^']*)|([^"'].*))/is;

function refreshed({ "http-equiv": name = "", content = "" }: Attributes): Written[] {
  if (name.toLowerCase() !== "refresh") return [];
  const [, double, single, bare] = REFRESH.exec(content.slice(0, 8192)) ?? [];
  const url = double ?? single ?? bare;
  return url === undefined ? [] : [{ kind: "refresh", url: url.trim() }];
}
