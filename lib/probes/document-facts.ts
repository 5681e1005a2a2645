import { Parser } from "htmlparser2";
import type { PartValue } from "#lib/audits/observation.ts";
import { type Attributes, referencesOf, styled, type Written } from "./document-references.ts";

type Facts = NonNullable<PartValue<"page">["document"]>;

const LIST_MAX = 500;
const TITLE_CHARS_MAX = 512;
const TEXT_CHARS_MAX = 8192;
const CHUNK_CHARS = 64 * 1024;
/** Room beyond the list for what is plain, so that a long page cannot hide it. */
const PLAIN_MAX = 100;

/** Keeps no stack of open elements: a million nested ones must cost no more than a million siblings. */
class FlatParser extends Parser {
  protected override isVoidElement(tag: string): boolean {
    return tag !== "title" && tag !== "style";
  }
}

/** What a document says of itself, without running anything of it. `url` is where it was read from. */
export function readDocument(html: string, { url, contentType }: { url: string; contentType: string }): Facts {
  const written = new Map<string, Written & { tag: string }>();
  const metaCsp: string[] = [];
  const metaReferrer: string[] = [];
  let title: string | null = null;
  let baseHref: string | null = null;
  let isInTitle = false;
  let isInStyle = false;
  let sheet = "";

  function add(tag: string, references: readonly Written[]): void {
    for (const reference of references) {
      const room = /^\s*http:/i.test(reference.url) ? LIST_MAX + PLAIN_MAX : LIST_MAX;
      if (written.size >= room || reference.url.length > TEXT_CHARS_MAX) continue;
      written.set(`${tag} ${reference.kind} ${reference.url} ${reference.integrity ?? ""}`, { ...reference, tag });
    }
  }

  const parser = new FlatParser({
    onopentag(tag, attributes) {
      isInTitle = tag === "title" && title === null;
      if (isInTitle) title = "";
      if (tag === "base") baseHref ??= attributes.href?.slice(0, TEXT_CHARS_MAX) ?? null;
      if (isCsp(tag, attributes) && metaCsp.length < LIST_MAX) {
        metaCsp.push((attributes.content ?? "").slice(0, TEXT_CHARS_MAX));
      }
      if (tag === "meta" && attributes.name?.toLowerCase() === "referrer" && metaReferrer.length < LIST_MAX) {
        metaReferrer.push((attributes.content ?? "").slice(0, TITLE_CHARS_MAX));
      }
      isInStyle = tag === "style";
      add(tag, referencesOf(tag, attributes));
    },
    onclosetag(tag) {
      if (tag === "title") isInTitle = false;
      if (tag === "style" && isInStyle) {
        isInStyle = false;
        add("style", styled(sheet));
        sheet = "";
      }
    },
    ontext(text) {
      if (isInStyle) sheet += text;
      if (isInTitle) title = ((title ?? "") + text).slice(0, TITLE_CHARS_MAX);
    },
  });
  for (let at = 0; at < html.length; at += CHUNK_CHARS) parser.write(html.slice(at, at + CHUNK_CHARS));
  parser.end();
  const base = webUrl(baseHref ?? "", url) ?? url;
  return {
    contentType: contentType.slice(0, TEXT_CHARS_MAX),
    title: trimmed(title),
    baseHref,
    metaCsp,
    metaReferrer,
    references: [...written.values()].flatMap(({ kind, tag, url: address, ...checked }) => {
      const absolute = webUrl(address, base);
      return absolute === null ? [] : [{ kind, url: absolute, tag, ...checked }];
    }),
  };
}

function isCsp(tag: string, attributes: Attributes): boolean {
  return tag === "meta" && attributes["http-equiv"]?.toLowerCase() === "content-security-policy";
}

function trimmed(text: string | null): string | null {
  return text?.trim() ?? null;
}

/** `null` for what is no request over the network: `data:`, `javascript:`, what cannot be read. */
function webUrl(text: string, base: string): string | null {
  const url = URL.parse(text, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}
