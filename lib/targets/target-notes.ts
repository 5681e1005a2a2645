import { z } from "zod";
import { PROFILES } from "#lib/audits/observation/target.ts";

const NOTES_MAX = 10;
const HOST_NAME =
  /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)+$/;
/** Labels of 1–63 characters (RFC 6376 §3.1). */
const SELECTOR = /^(?=.{1,200}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/;
const address = z.union([z.ipv4(), z.ipv6()]);

const uniform = (text: string) => text.trim().toLowerCase().replace(/\.$/, "");
const isPlace = (text: string) => address.safeParse(text).success || (HOST_NAME.test(text) && !isNumbers(text));
/** `1.2.3.400` is a slip of the pen, not a name: no top-level domain is a number (RFC 3696 §2). */
const isNumbers = (text: string) => /(?:^|\.)\d+$/.test(text);

function listOf(isValid: (text: string) => boolean, problem: (text: string) => string) {
  return z
    .array(z.string())
    .transform((texts) => [...new Set(texts.map(uniform).filter((text) => text !== ""))])
    .superRefine((texts, context) => {
      if (texts.length > NOTES_MAX) {
        context.addIssue({ code: "custom", message: `Give at most ${NOTES_MAX}; these are ${texts.length}.` });
      }
      for (const text of texts.slice(0, NOTES_MAX)) {
        if (!isValid(text)) context.addIssue({ code: "custom", message: problem(text.slice(0, 100)) });
      }
    });
}

/** As `edge` tries them: a place, with a port where it is not the host's own. */
const isOrigin = (text: string) => isPlace(text) || isPlace(/^\[?([^\]]+)\]?:\d{1,5}$/.exec(text)?.[1] ?? "");

const places = listOf(isPlace, (text) => `“${text}” is neither an address like 203.0.113.10 nor a host name.`);

/** What the team says of a host beside its address; see `TargetNotes`. */
export const targetNoteFields = {
  profile: z.enum(PROFILES),
  /** Where its name must lead: addresses, or the name of a CNAME. */
  expects: places,
  /** The origin behind the edge: addresses or names, each with its port where it needs one. */
  origins: listOf(isOrigin, (text) => `“${text}” is neither an address like 203.0.113.10:8443 nor a host name.`),
  /** DKIM selectors of its mail domain. */
  selectors: listOf(
    (text) => SELECTOR.test(text),
    (text) => `“${text}” is not a DKIM selector: give the part before ._domainkey.`,
  ),
};
