import { expect, it } from "vitest";
import { MAIL_RULES } from "../mail/rules.ts";
import { healthyObservation } from "../testing/healthy-observation.ts";
import { MAIL_MECHANISMS, mailRecords } from "./mail-records.ts";

it("finds the record of each mechanism, under its name", () => {
  const found = mailRecords(healthyObservation().parts);
  expect(found?.domain).toBe("example.com");
  expect(found?.inPlace.SPF).toMatchObject([{ name: "example.com", type: "TXT" }]);
  expect(found?.inPlace.SPF[0]?.value).toMatch(/^v=spf1 /);
  expect(found?.inPlace.DMARC).toMatchObject([{ name: "_dmarc.example.com" }]);
  expect(found?.inPlace.DKIM[0]?.name).toContain("._domainkey.example.com");
  expect(found?.inPlace["MTA-STS"][0]?.value).toMatch(/^v=STSv1/);
  expect(found?.inPlace["TLS-RPT"][0]?.value).toMatch(/^v=TLSRPTv1/);
});

it("says nothing of what was not seen", () => {
  const { parts } = healthyObservation();
  expect(mailRecords({ ...parts, mail: { state: "not_attempted", reason: "not asked for" } })).toBeNull();
  const found = mailRecords({ ...parts, mailAuth: { state: "not_attempted", reason: "not asked for" } });
  expect(found?.inPlace.SPF).toHaveLength(1);
  expect(found?.inPlace.DKIM).toEqual([]);
});

it("names rules that there are", () => {
  const known = MAIL_RULES.map(({ id }) => id as string);
  expect(
    Object.values(MAIL_MECHANISMS)
      .flat()
      .filter((id) => !known.includes(id)),
  ).toEqual([]);
});
