import { describe, expect, it } from "vitest";
import { cleanData, cleanText, redact, safeLink } from "./sanitize.ts";
import { HOSTILE, SECRETS } from "./testing/hostile-data.ts";

describe("cleanText", () => {
  it("removes what cannot be seen: controls, bidi, zero-width, tags, private use", () => {
    expect(cleanText(HOSTILE.bidi)).toBe("invoicefdp.exe x y z end");
    expect(cleanText("a\u0000b\u001b[31mc\u{E0041}\ue000\u061c\u2060\u00ad")).toBe("ab[31mc");
  });

  it("makes lone surrogates U+FFFD", () => {
    expect(cleanText("a\ud800b")).toBe("a\ufffdb");
  });

  it("keeps letters of every script", () => {
    expect(cleanText("漢字 עברית Ελληνικά Ünïcode 😀")).toBe("漢字 עברית Ελληνικά Ünïcode 😀");
  });

  it("puts everything on one line and cuts at the cap", () => {
    expect(cleanText("a\r\n\tb\u2028c")).toBe("a b c");
    expect(cleanText(HOSTILE.long, 10)).toBe("AAAAAAAAA…");
  });
});

describe("redact", () => {
  it.each([
    [`Authorization: Bearer ${SECRETS.bearer}`, "Authorization: Bearer [redacted]"],
    [`Set-Cookie: sid=${SECRETS.cookie}; Path=/; HttpOnly`, "Set-Cookie: sid=[redacted]; Path=/; HttpOnly"],
    [`cookie: a=${SECRETS.cookie}; b=2`, "cookie: a=[redacted]; b=[redacted]"],
    [`x ${SECRETS.jwt} y`, "x [redacted] y"],
    [`x ${SECRETS.jwt.split(".")[0]} y`, "x [redacted] y"],
    [`id ${SECRETS.aws}.`, "id [redacted]."],
    [`${SECRETS.github} ${SECRETS.stripe}`, "[redacted] [redacted]"],
    [`PASSWORD=${SECRETS.password}&x=1`, "PASSWORD=[redacted]&x=1"],
    [`"client_secret": "${SECRETS.bearer}"`, '"client_secret": "[redacted]"'],
    [`https://a:${SECRETS.urlPassword}@h.test/`, "https://[redacted]@h.test/"],
    ["-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----", "[redacted] private key"],
  ])("%s", (text, safe) => {
    expect(redact(text)).toBe(safe);
  });

  it("finds a secret that invisible characters were put into", () => {
    expect(cleanText(`Bearer ${Array.from(SECRETS.bearer).join("\u200b")}`)).toBe("Bearer [redacted]");
  });

  it.each([
    "strict-transport-security: max-age=63072000; includeSubDomains",
    "v=DMARC1; p=none; rua=mailto:dmarc@example.test",
    "The session cookie is Secure, HttpOnly and SameSite.",
    "Unsigned tokens are accepted on the chat endpoint.",
    "Forged tokens: refused",
    "default-src 'self'; script-src 'unsafe-inline' https://cdn.example.test",
    'curl -H "Authorization: Bearer $VIEWER" https://ops.example.test',
    "2026-11-23T09:12:41Z sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  ])("leaves what is no secret: %s", (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each(["a-", "secret", "=", "eyJ", "x=", "://", "SG.aaaaaaaaaaaa", "-----BEGIN PRIVATE KEY-----", "cookie:"])(
    "needs no time that grows with the square of %s",
    (piece) => {
      expect(cleanText(piece.repeat(50_000), 100).length).toBeLessThanOrEqual(100);
    },
  );
});

describe("safeLink", () => {
  it.each([
    ["https://example.test", "https://example.test/"],
    ["mailto:a@example.test", "mailto:a@example.test"],
    ["http://bücher.test/ü", "http://xn--bcher-kva.test/%C3%BC"],
  ])("keeps %s", (url, safe) => {
    expect(safeLink(url)).toBe(safe);
  });

  it.each([
    null,
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "vbscript:x",
    "//host",
    "/relative",
    "not a url",
    `https://a:${SECRETS.urlPassword}@h.test/`,
    `https://h.test/?token=${SECRETS.bearer}`,
    `https://h.test/${HOSTILE.long}`,
  ])("refuses %s", (url) => {
    expect(safeLink(url)).toBeNull();
  });
});

describe("cleanData", () => {
  it("reaches every string, and judges links and evidence by their names", () => {
    expect(
      cleanData({
        name: "a\u202eb",
        link: "javascript:alert(1)",
        facts: [
          { label: "Set-Cookie", value: `sid=${SECRETS.cookie}; Secure` },
          { label: "x-api-key", value: SECRETS.bearer },
        ],
        count: 3,
        none: null,
      }),
    ).toEqual({
      name: "ab",
      link: null,
      facts: [
        { label: "Set-Cookie", value: "sid=[redacted]; Secure" },
        { label: "x-api-key", value: "[redacted]" },
      ],
      count: 3,
      none: null,
    });
  });
});
