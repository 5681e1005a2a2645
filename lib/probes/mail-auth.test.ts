import { describe, expect, it } from "vitest";
import { type DnsQuestion, NO_NOTES } from "#lib/audits/observation.ts";
import { answered } from "#lib/audits/testing/healthy-values.ts";
import { defaultEgressConfig } from "./config.ts";
import type { Egress, GuardedResponse } from "./egress/create-egress.ts";
import { ProbeFailure } from "./egress/probe-failure.ts";
import { probeMailAuth } from "./mail-auth.ts";
import { walkSpf } from "./mail-spf.ts";
import type { ProbeContext } from "./probe.ts";

type Zone = Record<string, string[]>;

/** Answers from a table of `TYPE name`; `turns` counts how often something was waited for. */
function resolverOf(zone: Zone) {
  const asked: string[] = [];
  const turns: number[] = [];
  let waiting = 0;
  const ask = async (name: string, type: string): Promise<DnsQuestion> => {
    asked.push(`${type} ${name}`);
    waiting += 1;
    await new Promise((done) => setImmediate(done));
    if (waiting > 0) turns.push(waiting);
    waiting = 0;
    return answered(name, type, ...(zone[`${type} ${name}`] ?? []));
  };
  return { ask, asked, turns };
}

const spf = (name: string, terms: string): Zone => ({ [`TXT ${name}`]: [`v=spf1 ${terms}`] });

describe("the walk through an SPF tree", () => {
  it("asks for each name that a receiver may ask for, each once, all of a level at once", async () => {
    const { ask, asked, turns } = resolverOf({
      ...spf("a.test", "a mx include:b.test include:c.test exists:e.a.test -all a:behind.test"),
      ...spf("b.test", "include:c.test redirect=d.test"),
      ...spf("c.test", "ip4:192.0.2.1 a:%{i}.c.test -all"),
      "MX a.test": ["10 mx.test", "20 mx2.test"],
    });
    const { questions, isWhole } = await walkSpf("a.test", ask);
    expect(asked.toSorted()).toEqual(
      [
        "TXT a.test",
        ...["A a.test", "AAAA a.test", "MX a.test", "TXT b.test", "TXT c.test", "A e.a.test"],
        ...["A mx.test", "AAAA mx.test", "A mx2.test", "AAAA mx2.test", "TXT d.test"],
        ...["A 203.0.113.77.c.test", "AAAA 203.0.113.77.c.test"],
      ].sort(),
    );
    expect(questions).toHaveLength(asked.length);
    expect(isWhole).toBe(true);
    expect(turns).toHaveLength(3);
  });

  it("ends where records include one another in a circle", async () => {
    const { ask, asked } = resolverOf({ ...spf("a.test", "include:b.test"), ...spf("b.test", "include:A.test") });
    expect(await walkSpf("a.test", ask)).toMatchObject({ isWhole: true });
    expect(asked).toEqual(["TXT a.test", "TXT b.test"]);
  });

  it("asks at most sixty questions, and says that there was more", async () => {
    const names = Array.from({ length: 100 }, (_, index) => `include:x${index}.test`);
    const { ask, asked } = resolverOf(spf("a.test", names.join(" ")));
    expect(await walkSpf("a.test", ask)).toMatchObject({ isWhole: false });
    expect(asked).toHaveLength(60);
  });

  it("goes twelve includes deep", async () => {
    const links = Array.from({ length: 30 }, (_, index) => spf(`x${index}.test`, `include:x${index + 1}.test`));
    const { ask, asked } = resolverOf(Object.assign({}, ...links));
    expect(await walkSpf("x0.test", ask)).toMatchObject({ isWhole: false });
    expect(asked).toHaveLength(13);
  });
});

const POLICY = "version: STSv1\nmode: enforce\nmx: mx.test\nmax_age: 86400\n";

function contextOf(
  zone: Zone,
  url = "https://a.test/",
  served: (url: URL) => Partial<GuardedResponse> | null = () => null,
) {
  const { ask, asked } = resolverOf(zone);
  const requested: string[] = [];
  const request = async (address: URL) => {
    requested.push(address.href);
    const answer = served(address);
    if (!answer) throw new ProbeFailure("connect", "refused", "The host refused the connection.");
    return {
      status: 200,
      headers: [["content-type", "text/plain"]],
      body: Buffer.from(POLICY),
      bodyTruncated: false,
      ...answer,
    };
  };
  const egress = {
    config: defaultEgressConfig(),
    resolver: { ask },
    request,
    signal: new AbortController().signal,
  } as unknown as Egress;
  const target = {
    url,
    host: "a.test",
    port: 443,
    domain: "a.test",
    notes: { ...NO_NOTES, selectors: ["news", "s1"] },
  };
  const context: ProbeContext = {
    target,
    url: new URL(url),
    egress,
    get: () => Promise.reject(new Error("not used")),
    land: () => Promise.reject(new Error("not used")),
  };
  return { context, asked, requested };
}

describe("the mail part", () => {
  it("asks for given selectors first, then those of the services in use, then common ones, each once", async () => {
    const { context } = contextOf({
      "MX a.test": ["10 aspmx.l.google.com"],
      ...spf("a.test", "include:spf.protection.outlook.com -all"),
    });
    const { dkim } = await probeMailAuth(context);
    const shown = dkim.map(({ selector, from, provider }) => `${selector} ${from} ${provider ?? ""}`.trim());
    expect(shown.slice(0, 5)).toEqual([
      "news given",
      "s1 given",
      "google provider Google Workspace",
      "selector1 provider Microsoft 365",
      "selector2 provider Microsoft 365",
    ]);
    expect(new Set(dkim.map(({ selector }) => selector)).size).toBe(dkim.length);
    expect(dkim[0]?.key.name).toBe("news._domainkey.a.test");
  });

  it("looks at each MX host, and asks other domains whether they take reports", async () => {
    const { context } = contextOf({
      "MX a.test": ["20 b.test", "10 mx.test"],
      "A mx.test": ["192.88.98.1"],
      "TXT _dmarc.a.test": ["v=DMARC1; p=none; rua=mailto:d@a.test,mailto:d@reports.test"],
      "TXT a.test._report._dmarc.reports.test": ["v=DMARC1"],
    });
    const { mx, reports } = await probeMailAuth(context);
    expect(mx.map(({ host, a }) => [host, a.answers[0]?.records])).toEqual([
      ["mx.test", ["192.88.98.1"]],
      ["b.test", []],
    ]);
    expect(reports).toMatchObject([{ domain: "reports.test", consent: { answers: [{ status: "ok" }, {}] } }]);
  });

  it("reads the MTA-STS policy only where there is a record, on the port of the standard", async () => {
    const without = contextOf({});
    expect((await probeMailAuth(without.context)).mtaSts.policy).toBeNull();
    expect(without.requested).toEqual([]);
    const zone = { "TXT _mta-sts.a.test": ["v=STSv1; id=1"] };
    const { context, requested } = contextOf(zone, "https://a.test/", () => ({}));
    expect((await probeMailAuth(context)).mtaSts.policy).toMatchObject({ state: "read", text: POLICY, isWhole: true });
    expect(requested).toEqual(["https://mta-sts.a.test/.well-known/mta-sts.txt"]);
  });

  it("tries the port of a target that has one, and keeps the failure of the standard's where that fails too", async () => {
    const zone = { "TXT _mta-sts.a.test": ["v=STSv1; id=1"] };
    const there = contextOf(zone, "https://a.test:8443/", ({ port }) => (port === "8443" ? {} : null));
    expect((await probeMailAuth(there.context)).mtaSts.policy).toMatchObject({
      state: "read",
      url: "https://mta-sts.a.test:8443/.well-known/mta-sts.txt",
    });
    const nowhere = contextOf(zone, "https://a.test:8443/");
    expect((await probeMailAuth(nowhere.context)).mtaSts.policy).toMatchObject({
      state: "unreadable",
      url: "https://mta-sts.a.test/.well-known/mta-sts.txt",
      code: "refused",
    });
    expect(nowhere.requested).toHaveLength(2);
  });

  it("keeps nothing of other names but their mail records and public addresses", async () => {
    const { context } = contextOf({
      ...spf("a.test", "a:intranet.corp.test a:mail.test include:wiki.corp.test -all"),
      "A intranet.corp.test": ["10.1.2.3"],
      "A mail.test": ["192.88.98.1"],
      "TXT wiki.corp.test": ["build server password", `v=spf1 ${"a ".repeat(5_000)}`],
    });
    const { questions } = (await probeMailAuth(context)).spf;
    const recordsOf = (name: string, type: string) =>
      questions.find((question) => question.name === name && question.type === type)?.answers[0]?.records;
    expect(recordsOf("intranet.corp.test", "A")).toEqual(["(not a public address)"]);
    expect(recordsOf("mail.test", "A")).toEqual(["192.88.98.1"]);
    expect(recordsOf("wiki.corp.test", "TXT")).toHaveLength(1);
    expect(recordsOf("wiki.corp.test", "TXT")?.[0]).toHaveLength(4096);
  });

  it("keeps no more than 64 KiB of the policy", async () => {
    const zone = { "TXT _mta-sts.a.test": ["v=STSv1; id=1"] };
    const { context } = contextOf(zone, "https://a.test/", () => ({ body: Buffer.alloc(70_000, "x") }));
    const { policy } = (await probeMailAuth(context)).mtaSts;
    expect(policy).toMatchObject({ state: "read", isWhole: false });
    expect(policy?.state === "read" && policy.text.length).toBe(64 * 1024);
  });
});
