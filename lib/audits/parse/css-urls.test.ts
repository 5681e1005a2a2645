import { describe, expect, it } from "vitest";
import { cssUrls } from "./css-urls.ts";

const found = (css: string) => cssUrls(css).map(({ kind, url }) => `${kind} ${url}`);

describe("cssUrls", () => {
  it.each([
    ["a { background: url(http://x.test/a.png) }", ["image http://x.test/a.png"]],
    ["a { background: url( 'b,c d.png' ) , URL(\"e.png\") }", ["image b,c d.png", "image e.png"]],
    [
      "@import 'a.css'; @import url(b.css) screen; @import url('c.css') layer(x);",
      ["style a.css", "style b.css", "style c.css"],
    ],
    [
      "@font-face { font-family: 'X'; src: local('Y'), url(f.woff2) format('woff2') } a { mask: url(m.svg) }",
      ["font f.woff2", "image m.svg"],
    ],
    ["a { content: 'url(no.png)'; /* url(no2.png) */ }", []],
    ["a { background: u\\72l(yes.png); b: \\75 rl(two.png) }", ["image yes.png", "image two.png"]],
    ["a { background: url(h\\74tp\\3a //x.test/\\29 .png) }", ["image http://x.test/).png"]],
    ["a { background-image: image-set('a.png' 1x, url(b.png) 2x type('image/png')) }", ["image a.png", "image b.png"]],
    ["a { background: -webkit-image-set(url('a.png') 1x) }", ["image a.png"]],
    ["@namespace svg url(http://www.w3.org/2000/svg); a { fill: url(#g) }", []],
    ["a { background: url(bad'quote.png) } b { background: url(good.png) }", ["image good.png"]],
    ["a { background: url(two words.png) } b { background: url(good.png) }", ["image good.png"]],
    ["a { content: 'broken\n url(x.png) }", ["image x.png"]],
    ["a { content: 'line\\\nbreak url(x.png)'; background: url(y.png) }", ["image y.png"]],
    ["background: url(inline.png)", ["image inline.png"]],
    ["@media print { @font-face { src: url(a.woff) } b { background: url(c.png) } }", ["font a.woff", "image c.png"]],
    ["a { background: my-url(x.png) } /* never closed url(y.png)", []],
    ["@import 'a.css", ["style a.css"]],
    ["a { background: url(open.png", ["image open.png"]],
    ["a { --x: url(data:image/png;base64,AA==) }", ["image data:image/png;base64,AA=="]],
  ])("reads %s", (css, expected) => {
    expect(found(css)).toEqual(expected);
  });

  it("finds what is plain behind more addresses than it keeps", () => {
    const found = cssUrls(`${"a{b:url(x.png)}".repeat(5_000)} a{b:url(http://x.test/a.png)}`);
    expect([found.length, found.at(-1)?.url]).toEqual([201, "http://x.test/a.png"]);
  });

  it.each([
    ["open comments", "/*".repeat(250_000)],
    ["open functions", "url(a(".repeat(90_000)],
    ["brackets", "(".repeat(500_000)],
    ["backslashes", "\\".repeat(500_000)],
    ["quotes", "'\\\n".repeat(180_000)],
    ["addresses", "a{b:url(x.png)}".repeat(35_000)],
  ])("reads half a megabyte of %s in time", (_what, css) => {
    const startedAt = performance.now();
    expect(cssUrls(css).length).toBeLessThanOrEqual(200);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
