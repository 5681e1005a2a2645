import { describe, expect, it } from "vitest";
import { readDocument } from "./document-facts.ts";

const read = (html: string) => readDocument(html, { url: "https://site.test/dir/page", contentType: "text/html" });
const referencesIn = (html: string) => read(html).references.map(({ kind, url, tag }) => `${tag} ${kind} ${url}`);

describe("readDocument", () => {
  it.each([
    ["<script src=a.js></script>", ["script script https://site.test/dir/a.js"]],
    ["<link rel='shortcut ICON' href=/i.png>", ["link image https://site.test/i.png"]],
    ["<link rel=stylesheet href=//cdn.test/s.css>", ["link style https://cdn.test/s.css"]],
    ["<link rel=preload as=font href=f.woff2>", ["link font https://site.test/dir/f.woff2"]],
    ["<link rel=canonical href=http://x.test/>", []],
    [
      "<iframe src=http://x.test/></iframe><object data=o></object><embed src=e>",
      ["iframe frame http://x.test/", "object object https://site.test/dir/o", "embed object https://site.test/dir/e"],
    ],
    [
      "<form action=http://x.test/login><button formaction=/b>",
      ["form form http://x.test/login", "button form https://site.test/b"],
    ],
    [
      "<img src=http://x.test/1.png srcset='/2.png 1x, /3.png 2x'>",
      [
        "img imageset http://x.test/1.png",
        "img imageset https://site.test/2.png",
        "img imageset https://site.test/3.png",
      ],
    ],
    ["<video src=v poster=p></video>", ["video media https://site.test/dir/v", "video image https://site.test/dir/p"]],
    ["<meta http-equiv=Refresh content='5; URL=\"http://x.test/\"'>", ["meta refresh http://x.test/"]],
    ["<base href=http://b.test/><script src=a.js></script>", ["script script http://b.test/a.js"]],
    ["<base href=javascript:alert(1)><script src=a.js></script>", ["script script https://site.test/dir/a.js"]],
    ["<img src=data:image/png,x><script src=javascript:x></script><a href=http://x.test/>", []],
    ["<script>'<img src=http://x.test/>'</script><!-- <img src=http://y.test/> -->", []],
    ["<img srcset='http://x.test/w_1,h_2/a.png 1x'>", ["img imageset http://x.test/w_1,h_2/a.png"]],
    [
      "<link rel=preload as=image href=/a.png imagesrcset='/b.png 2x'><link rel=manifest href=/m>",
      ["link image https://site.test/a.png", "link imageset https://site.test/b.png", "link fetch https://site.test/m"],
    ],
    ["<meta http-equiv=refresh content='0 url=http://x.test/a b'>", ["meta refresh http://x.test/a%20b"]],
    ["<meta http-equiv=refresh content='soon; url=http://x.test/'><meta http-equiv=refresh content=5>", []],
    ["<p style='background: url(http://x.test/a.png)'>", ["p image http://x.test/a.png"]],
    [
      "<style>@import 'a.css'; /* url(b.png) */ @font-face { src: url(c.woff2) }</style>",
      ["style style https://site.test/dir/a.css", "style font https://site.test/dir/c.woff2"],
    ],
    ["<style>a { content: '</style><style>b { background: url(x.png) }", ["style image https://site.test/dir/x.png"]],
    [
      "<svg><image xlink:href=http://x.test/a.png /><use href=/s.svg#i /></svg>",
      ["img image http://x.test/a.png", "use fetch https://site.test/s.svg#i"],
    ],
    ["<a href=/ ping='http://x.test/p /q'>", ["a fetch http://x.test/p", "a fetch https://site.test/q"]],
    [
      "<base target=_top><base href=http://b.test/><base href=https://c.test/><img src=a>",
      ["img image http://b.test/a"],
    ],
    ["<img src=http://x.test/><img src=http://x.test/>", ["img image http://x.test/"]],
  ])("finds in %s", (html, expected) => {
    expect(referencesIn(html)).toEqual(expected);
  });

  it("reads the title, the base and the policies", () => {
    const html =
      "<title> A &amp; <b>B</title><title>second</title><base href=/x/><meta http-equiv=Content-Security-Policy content=\"default-src 'self'\">";
    expect(read(html)).toMatchObject({ title: "A & <b>B", baseHref: "/x/", metaCsp: ["default-src 'self'"] });
    expect(read("<meta name=Referrer content=always><meta name=referrer>")).toMatchObject({
      metaReferrer: ["always", ""],
    });
    expect(read("<svg><title>icon</title></svg>text")).toMatchObject({ title: "icon" });
    expect(read("<title>short</title>text<p>more")).toMatchObject({ title: "short" });
    expect(read("no document at all")).toMatchObject({ title: null, references: [] });
  });

  it("keeps what a browser checks a script or a style sheet by", () => {
    const html =
      "<script src=/a.js integrity=sha384-x crossorigin></script><link rel=stylesheet href=/s.css><link rel=preload as=style href=/p.css>";
    expect(read(html).references).toEqual([
      { kind: "script", url: "https://site.test/a.js", tag: "script", integrity: "sha384-x", crossorigin: "" },
      { kind: "style", url: "https://site.test/s.css", tag: "link", integrity: null, crossorigin: null },
      { kind: "style", url: "https://site.test/p.css", tag: "link" },
    ]);
  });

  it("keeps every list and text short", () => {
    const images = Array.from({ length: 2_000 }, (_, index) => `<img src=/${index}>`).join("");
    const facts = read(`<title>${"x".repeat(9_000)}</title>${images}`);
    expect([facts.title?.length, facts.references.length]).toEqual([512, 500]);
    expect(read(`${images}<script src=http://x.test/a.js></script>`).references.at(-1)?.url).toBe("http://x.test/a.js");
  });

  it("survives a million nested elements and a script without end", () => {
    expect(read("<div>".repeat(1_000_000)).references).toEqual([]);
    expect(read(`<script src=/a>${"x".repeat(5_000_000)}`).references).toHaveLength(1);
    expect(read(`${"</p>".repeat(500_000)}<${"a ".repeat(500_000)}>`).references).toEqual([]);
  });
});
