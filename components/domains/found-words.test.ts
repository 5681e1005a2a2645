import { expect, it } from "vitest";
import { sourcesInWords } from "./found-words.ts";

const certificate = (targetUrl: string) => ({ kind: "certificate", targetUrl }) as const;

it("says where a host was read, each place once", () => {
  expect(sourcesInWords([certificate("https://a.test/"), certificate("https://a.test/x")])).toBe(
    "Read in the certificate of a.test",
  );
  expect(sourcesInWords([certificate("https://a.test/"), { kind: "csp", targetUrl: "https://a.test/" }])).toBe(
    "Read in the certificate of a.test and the content policy of a.test",
  );
  expect(sourcesInWords(["a", "b", "c", "d"].map((name) => certificate(`https://${name}.test/`)))).toBe(
    "Read in the certificate of a.test, the certificate of b.test and 2 more places",
  );
  expect(sourcesInWords([])).toBe("Read in an earlier run");
});
