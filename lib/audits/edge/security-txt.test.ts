import { describe, expect, it } from "vitest";
import { parseInternetDate, parseSecurityTxt } from "../parse/security-txt.ts";
import type { Changes } from "../testing/healthy-observation.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { securityTxt } from "./security-txt.ts";

const CONTACT = "Contact: mailto:security@example.com";
const EXPIRES = "Expires: 2027-01-01T00:00:00Z";
const file = (...lines: string[]): Changes => ({ securityTxt: { text: lines.join("\n") } });
const good = file(CONTACT, EXPIRES).securityTxt;

testOutcomes(securityTxt, [
  ["ok", "pass", "contact and date are there", {}],
  [
    "ok",
    "pass",
    "lines end in CRLF, with comments and other fields",
    file("# hi\r", `${CONTACT}\r`, "Contact: https://example.com/r\r", `${EXPIRES}\r`, "Hiring: https://example.com\r"),
  ],
  ["ok", "pass", "the type has no charset", { securityTxt: { contentType: "text/plain" } }],
  [
    "ok",
    "pass",
    "the file is signed",
    file(
      "-----BEGIN PGP SIGNED MESSAGE-----",
      "Hash: SHA512",
      "",
      CONTACT,
      `- ${EXPIRES}`,
      "-----BEGIN PGP SIGNATURE-----",
      "",
      "garbage",
      "-----END PGP SIGNATURE-----",
    ),
  ],
  [
    "ok",
    "pass",
    "the canonical address is this one",
    file(CONTACT, EXPIRES, "Canonical: https://example.com/.well-known/security.txt"),
  ],
  [
    "elsewhere",
    "not_applicable",
    "a sign-in stands in front of all addresses",
    {
      securityTxt: {
        url: "https://acme.cloudflareaccess.com/cdn-cgi/access/login/example.com",
        contentType: "text/html",
        text: "<!doctype html>",
      },
    },
  ],
  ["missing", "warn", "the status is 404", { securityTxt: { status: 404 } }],
  ["missing", "warn", "a page is served instead", { securityTxt: { contentType: "text/html" } }],
  ["missing", "warn", "a page is served as text", file("<!DOCTYPE html><title>Not found</title>")],
  [
    "over-http",
    "warn",
    "the file came over http",
    { securityTxt: { ...good, url: "http://example.com/.well-known/security.txt" } },
  ],
  ["wrong-type", "warn", "the type is another", { securityTxt: { contentType: "application/octet-stream" } }],
  ["wrong-type", "warn", "the charset is another", { securityTxt: { contentType: "text/plain; charset=iso-8859-1" } }],
  ["far-expiry", "warn", "the date is years away", file(CONTACT, "Expires: 2036-01-01T00:00:00Z")],
  [
    "other-canonical",
    "warn",
    "the canonical address is another",
    file(CONTACT, EXPIRES, "Canonical: https://example.net/security.txt"),
  ],
  ["no-contact", "fail", "nobody is named", file(EXPIRES)],
  ["no-contact", "fail", "the file is empty", file("")],
  ["no-expiry", "fail", "there is no date", file(CONTACT)],
  ["bad-expiry", "fail", "there are two dates", file(CONTACT, EXPIRES, EXPIRES)],
  ["bad-expiry", "fail", "the date is no full date", file(CONTACT, "Expires: 2027-01-01")],
  ["malformed", "fail", "a line is no field", file(CONTACT, EXPIRES, "write to us")],
  ["malformed", "fail", "the contact is no URI", file("Contact: security@example.com", EXPIRES)],
  ["malformed", "fail", "the contact is a plain page", file("Contact: http://example.com/report", EXPIRES)],
  [
    "malformed",
    "fail",
    "the languages are given twice",
    file(CONTACT, EXPIRES, "Preferred-Languages: en", "Preferred-Languages: de"),
  ],
  ["expired", "fail", "the date is this very moment", file(CONTACT, "Expires: 2026-06-01T12:00:00Z")],
  ["expired", "fail", "the date is past in its own zone", file(CONTACT, "Expires: 2026-06-01T13:30:00+02:00")],
]);

describe("a date by RFC 3339", () => {
  it.each([
    "2027-02-30T00:00:00Z",
    "2027-13-01T00:00:00Z",
    "2027-01-01T25:00:00Z",
    "2027-01-01 00:00:00Z",
    "2027-01-01T00:00:00",
    "tomorrow",
    "",
  ])("is not %s", (text) => {
    expect(parseInternetDate(text)).toBeNull();
  });

  it.each([
    ["2028-02-29t00:00:00z", Date.UTC(2028, 1, 29)],
    ["2027-01-01T00:00:00.5-01:00", Date.UTC(2027, 0, 1, 1) + 500],
  ])("is %s", (text, time) => {
    expect(parseInternetDate(text)).toBe(time);
  });
});

it("keeps fields apart from prototype names", () => {
  const { field } = parseSecurityTxt("__proto__: x\nconstructor: y");
  expect(field("tostring")).toEqual([]);
  expect(field("constructor")).toEqual(["y"]);
});
