import { expect, it } from "vitest";
import type { OldUrlRow } from "#lib/audits/facts/old-urls.ts";
import { oldUrlsInWords } from "./old-url-words.ts";

const rows = (...verdicts: OldUrlRow["verdict"][]): OldUrlRow[] =>
  verdicts.map((verdict, place) => ({
    from: `https://a.test/${place}`,
    to: "https://a.test/",
    verdict,
    fault: null,
    note: "",
    status: null,
    final: null,
    hops: [],
  }));

it.each([
  [[], "Do your old addresses still lead somewhere?"],
  [rows("ok"), "The old address leads where it must."],
  [rows("ok", "ok"), "All 2 old addresses lead where they must."],
  [rows("ok", "fault", "unseen"), "1 of 3 old addresses leads elsewhere."],
  [rows("ok", "unseen"), "1 of 2 old addresses could not be followed."],
  [rows("ok", "not_run"), "1 of 2 old addresses was not followed yet."],
  [rows("not_run", "not_run"), "Nobody has followed the 2 old addresses yet."],
])("says how the list stands", (given, text) => {
  expect(oldUrlsInWords(given)).toBe(text);
});
