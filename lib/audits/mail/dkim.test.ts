import { describe, expect, it } from "vitest";
import { sharedVectors } from "#lib/probes/testing/shared-vectors.ts";
import type { PartValue } from "../observation.ts";
import { NO_NOTES } from "../observation.ts";
import { readDkimKey } from "../parse/dkim-key.ts";
import { RSA_512, RSA_1024, RSA_2048 } from "../testing/healthy-mail.ts";
import { type Changes, healthyObservation } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { judge } from "../testing/judge.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { dkim } from "./dkim.ts";

type Row = PartValue<"mailAuth">["dkim"][number];
const at = (selector: string) => `${selector}._domainkey.example.com`;
const row = (from: Row["from"], ...records: string[]): Row => ({
  selector: "s1",
  from,
  provider: null,
  key: answered(at("s1"), "TXT", ...records),
});
const keys = (...rows: Row[]): Changes => ({ mailAuth: { dkim: rows } });
const common = (...records: string[]) => keys(row("common", ...records));
const GOOD = `v=DKIM1; k=rsa; p=${RSA_2048}`;

testOutcomes(dkim, [
  ["ok", "pass", "there is a key of 2048 bits", {}],
  ["ok", "pass", "a guess that finds nothing stands beside a key", keys(row("common", GOOD), row("provider"))],
  ["ok", "pass", "an old key is revoked beside a good one", keys(row("common", GOOD), row("common", "v=DKIM1; p="))],
  ["ok", "pass", "the key is Ed25519", common("k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")],
  [
    "no-mail",
    "not_applicable",
    "the domain neither sends nor takes mail",
    { mail: { txt: answered("example.com", "TXT", "v=spf1 -all"), mx: answered("example.com", "MX", "0 .") } },
  ],
  ["given-missing", "fail", "a given selector has no key", keys(row("given"), row("common", GOOD))],
  ["given-missing", "fail", "a wildcard text answers for a given selector", keys(row("given", "v=spf1 -all"))],
  ["given-revoked", "fail", "a given selector is revoked", keys(row("given", "v=DKIM1; p="))],
  ["short", "fail", "the key has 512 bits", common(`v=DKIM1; p=${RSA_512}`)],
  ["broken", "fail", "the key is cut off", common(`v=DKIM1; p=${RSA_2048.slice(0, 200)}`)],
  ["broken", "fail", "only SHA-1 is allowed", common(`v=DKIM1; h=sha1; p=${RSA_2048}`)],
  ["several", "warn", "two keys stand at one selector", common(GOOD, `v=DKIM1; p=${RSA_1024}`)],
  ["revoked", "warn", "the only key found is revoked", common("v=DKIM1; p=")],
  ["weak", "warn", "the key has 1024 bits", common(`v=DKIM1; p=${RSA_1024}`)],
  ["testing", "warn", "the key is flagged as a test", common(`v=DKIM1; t=y; p=${RSA_2048}`)],
  ["not-confirmed", "inconclusive", "no guess finds a key", keys(row("common"), row("provider"))],
  ["not-confirmed", "inconclusive", "another text answers", common("v=spf1 -all")],
  [
    "not-confirmed",
    "inconclusive",
    "a wildcard revokes every name",
    keys(row("common", "v=DKIM1; p="), row("common", "v=DKIM1; p=")),
  ],
  [
    "unanswered",
    "inconclusive",
    "no resolver answers",
    keys({ ...row("common"), key: answeredBy(at("s1"), "TXT", "servfail") }),
  ],
]);

it("publishes the record without the fault where the key itself is good", () => {
  const publish = (text: string) => judge(dkim, healthyObservation(common(text))).publish;
  expect(publish(`v=DKIM1; t=y; p=${RSA_2048}`)).toEqual([
    { name: at("s1"), type: "TXT", value: `v=DKIM1; p=${RSA_2048}` },
  ]);
  expect(publish(`p=${RSA_2048}; v=DKIM1`)).toEqual([{ name: at("s1"), type: "TXT", value: `v=DKIM1; p=${RSA_2048}` }]);
  expect(publish(`v=DKIM1; h=sha1; s=other; p=${RSA_2048}`)).toEqual([
    { name: at("s1"), type: "TXT", value: `v=DKIM1; p=${RSA_2048}` },
  ]);
  expect(publish(`v=DKIM1; p=${RSA_512}`)).toEqual([]);
  expect(publish("v=DKIM1; k=rsa")).toEqual([]);
  expect(publish(`v=DKIM1; t=y:s; p=${RSA_2048}`)[0]?.value).toBe(`v=DKIM1; t=s; p=${RSA_2048}`);
});

it("asks in the command for a selector that the team gave", () => {
  const target = { notes: { ...NO_NOTES, selectors: ["news"] } };
  expect(judge(dkim, healthyObservation({}, target)).reproduce).toContain("news._domainkey.example.com");
});

type Vector = { name: string; txt: string | string[] | string[][]; verdict: string };
const OWN: Vector[] = [
  { name: "own: 1024 bits", txt: `v=DKIM1; p=${RSA_1024}`, verdict: "warn" },
  { name: "own: 512 bits", txt: `v=DKIM1; p=${RSA_512}`, verdict: "fail" },
  { name: "own: a bare RSAPublicKey that is none", txt: "v=DKIM1; p=MAMCAQE=", verdict: "fail" },
  { name: "own: a tag twice", txt: `v=DKIM1; p=; p=${RSA_2048}`, verdict: "fail" },
];
const published = sharedVectors<Vector[]>("dkim/dkim-key-vectors.json");

describe("the DKIM vectors", () => {
  it.each([...OWN, ...(published ?? [])])("$name", ({ txt, verdict }) => {
    const records =
      Array.isArray(txt) && Array.isArray(txt[0])
        ? txt.map((strings) => [strings].flat().join(""))
        : [[txt].flat().join("")];
    const { code, verdict: got } = judge(dkim, healthyObservation(common(...records)));
    if (verdict === "revoked") expect(code).toBe("revoked");
    else if (verdict === "none") expect(code).toBe("not-confirmed");
    else expect(got).toBe(verdict);
  });

  it.runIf(published)("are 24", () => {
    expect(published).toHaveLength(24);
  });
});

it("reads no key from what is not base64, not whole, or hostile in its lengths", () => {
  const states = ["A", "****", "MIIBIjANBgkq", "MP////8CAQE=", "MIT/////", "AAAA".repeat(50_000)].map(
    (p) => readDkimKey(`v=DKIM1; p=${p}`).state,
  );
  expect(new Set(states)).toEqual(new Set(["broken"]));
});
