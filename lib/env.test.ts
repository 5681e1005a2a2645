import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { envSchema, parseEnv } from "./env.ts";

const GOOD = {
  DATABASE_URL: "postgres://launch_ready:password@127.0.0.1:5432/launch_ready",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
};

const sample = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
const sampleValues = Object.fromEntries(
  [...sample.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
);

describe("parseEnv", () => {
  it("needs the database and the secret only", () => {
    expect(parseEnv(GOOD)).toMatchObject({ PORT: 3000, BASE_URL: "http://localhost:3000", DEMO: "0", REGION: "local" });
  });

  it("follows PORT where BASE_URL is not given, and keeps only the origin where it is", () => {
    expect(parseEnv({ ...GOOD, PORT: "4000" }).BASE_URL).toBe("http://localhost:4000");
    expect(parseEnv({ ...GOOD, BASE_URL: "https://launch.example.com/" }).BASE_URL).toBe("https://launch.example.com");
  });

  it("takes an empty variable for an absent one", () => {
    expect(parseEnv({ ...GOOD, BASE_URL: "", ENCRYPTION_KEY: "" })).toMatchObject({
      BASE_URL: "http://localhost:3000",
    });
  });

  it("reads the people of the demo", () => {
    const people = [{ role: "founder", name: "Mira", email: "mira@example.test", password: "violet-anchor-92" }];
    expect(parseEnv({ ...GOOD, DEMO_SIGN_INS: JSON.stringify(people) }).DEMO_SIGN_INS).toEqual(people);
  });

  it("names everything that is wrong at once, and never the value", () => {
    const wrong = { DATABASE_URL: "mysql://root:hunter2@x/y", AUTH_SECRET: "short", PORT: "eighty", DEMO: "yes" };
    const message = String(
      (() => {
        try {
          return parseEnv(wrong);
        } catch (error) {
          return error;
        }
      })(),
    );
    for (const name of Object.keys(wrong)) expect(message).toContain(`  ${name} `);
    for (const value of ["hunter2", "short", "eighty"]) expect(message).not.toContain(value);
  });

  it.each([
    ["AUTH_SECRET", sampleValues.AUTH_SECRET],
    ["AUTH_SECRET", undefined],
    ["DATABASE_URL", undefined],
    ["ENCRYPTION_KEY", "c2hvcnQ="],
    ["BASE_URL", "ftp://example.com"],
    ["PORT", "70000"],
    ["REGION", "EU West"],
    ["PUBLIC_TOOLS", "no"],
    ["DEMO_LAB_URL", "javascript:alert(1)"],
    ["DEMO_SIGN_INS", "[{"],
    ["DEMO_SIGN_INS", '[{"role":"admin","name":"A","email":"a@example.test","password":"x"}]'],
  ])("refuses %s = %j", (name, value) => {
    expect(() => parseEnv({ ...GOOD, [name]: value })).toThrow(name);
  });
});

describe(".env.example", () => {
  it("names exactly the variables of the schema", () => {
    expect(Object.keys(sampleValues).sort()).toEqual(Object.keys(envSchema.in.shape).sort());
  });

  it("is right but for the secret that everybody must make", () => {
    expect(() => parseEnv({ ...sampleValues, AUTH_SECRET: GOOD.AUTH_SECRET })).not.toThrow();
  });
});
