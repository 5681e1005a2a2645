import type { HandoverData } from "../data.ts";
import { sampleData } from "./sample-data.ts";

/** Text as an attacker would put it into a header, a title or a record. */
export const HOSTILE = {
  typst: '#panic("x") #read("/etc/passwd") #sys.inputs $x^2$ `raw` *bold* = Heading\n= Heading <label> @ref // comment',
  script: `</script></style><script>alert(1)</script><img src=x onerror=alert(1)>"'&lt;`,
  formula: '=HYPERLINK("http://evil.test","click")',
  bidi: "invoice\u202Efdp.exe \u2066x\u2069 \u200Fy \u200Bz\u{E0041}\uFEFF end",
  nul: "before\u0000after \u001b[31mred\u001b[0m \ud800lone",
  foreign: "漢字かな한글 عربي עברית Ελληνικά 😀 🏴 Ǆ ﬁ ‰ → … “ ” \u{1F468}\u200D\u{1F469}",
  long: "A".repeat(100_000),
  backslash: '\\"\\u0000\\n \\#panic %00 \u2028 \u2029',
} as const;

/** Values of the kinds that must not leave the system, each planted where such a value turns up. */
export const SECRETS = {
  bearer: "q7Zk2mVb9TxLw4RsPfYd",
  jwt: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
  aws: `AKIA${"IOSFODNN7EXAMPLX"}`,
  github: `ghp_${"16C7e42F292c6912E7710c838347Ae178B4a"}`,
  stripe: `sk_live_${"4eC39HqLyjWDarjtT1zdp7dc"}`,
  cookie: "s3ss10nvalue9a8b7c",
  password: "Tr0ub4dor-and-3",
  urlPassword: "hunter2hunter2",
  privateKey: `MIIEvQIBADANBgkq${"hkiG9w0BAQEFAASC"}`,
} as const;

const hex = (text: string) => Array.from(text, (character) => character.charCodeAt(0).toString(16)).join("");

/** A secret as it is, and as it would hide. */
export const formsOf = (secret: string) => [
  secret,
  btoa(secret),
  encodeURIComponent(secret),
  hex(secret),
  btoa(`key ${secret} and`),
];

const PLANTED = [
  { label: "authorization", value: `Bearer ${SECRETS.bearer}` },
  { label: "set-cookie", value: `sid=${SECRETS.cookie}; Path=/; Secure; HttpOnly` },
  { label: "x-api-key", value: SECRETS.bearer },
  {
    label: "body",
    value: `{"access_token":"${SECRETS.jwt}","key":"${SECRETS.aws}"} ${SECRETS.github} ${SECRETS.stripe}`,
  },
  { label: "header line", value: `Cookie: sid=${SECRETS.cookie}; theme=dark` },
  { label: "environment", value: `DB_PASSWORD=${SECRETS.password} password: ${SECRETS.password}` },
  { label: "script", value: `const a = "${btoa(`key ${SECRETS.aws} and`)}"; // ${hex(SECRETS.github)}` },
  {
    label: "query",
    value: `next=%2Flogin%3Fpassword%3D${SECRETS.password}&x=${encodeURIComponent(`Bearer ${SECRETS.bearer}`)}`,
  },
  { label: "private key", value: `-----BEGIN PRIVATE KEY-----\n${SECRETS.privateKey}\n-----END PRIVATE KEY-----` },
  { label: "address", value: `postgres://app:${SECRETS.urlPassword}@db.example.test/app?token=${SECRETS.bearer}` },
];

const ALL = Object.values(HOSTILE);
const pick = (index: number) => ALL[index % ALL.length] ?? "";

/** The sample with hostile text in every field that takes text, 120 observations, and planted secrets. */
export function hostileData(): HandoverData {
  const data = sampleData();
  const rows = Array.from({ length: 120 }, (_, index) => ({
    rule: `edge/hostile-${index}`,
    target: pick(index),
    verdict: "fail" as const,
    summary: pick(index + 1),
    evidence: [{ label: pick(index + 2), value: pick(index + 3) }, ...(index < 3 ? PLANTED : [])],
    observedAt: "2026-11-23T09:12:41.000Z",
    runNumber: 14,
    reproduce: `curl -H "Authorization: Bearer ${SECRETS.bearer}" "https://x.test/?api_key=${SECRETS.aws}" ${pick(index)}`,
  }));
  const said = {
    statement: `${HOSTILE.typst} ${HOSTILE.script} ${SECRETS.github}`,
    author: HOSTILE.bidi,
    observedAt: "2026-11-20T10:00:00.000Z",
    expiresAt: null,
    isOverride: false,
  };
  return {
    ...data,
    generatedBy: `${HOSTILE.bidi}${HOSTILE.foreign}`,
    project: { name: `${HOSTILE.typst}${HOSTILE.script}`, description: `${HOSTILE.foreign} ${HOSTILE.nul}` },
    targets: [
      { url: "javascript:alert(1)", environment: HOSTILE.typst },
      { url: `https://user:${SECRETS.urlPassword}@ops.example.test/`, environment: "production" },
      { url: "data:text/html,<script>alert(1)</script>", environment: "staging" },
      { url: `https://ops.example.test/${HOSTILE.long}`, environment: "staging" },
    ],
    answer: { ready: false, headline: HOSTILE.formula, lede: HOSTILE.long },
    stages: data.stages.map((stage, stageIndex) => ({
      ...stage,
      checks: stage.checks.map((check, index) => ({
        ...check,
        line: pick(index),
        why: pick(index + stageIndex),
        owner: HOSTILE.script,
        evidence: stageIndex === 2 && index === 0 ? rows : [],
        attestations: [
          { ...said, link: "javascript:alert(1)" },
          { ...said, link: "file:///etc/passwd" },
        ],
      })),
    })),
    risks: data.risks.map((risk, index) => ({
      ...risk,
      title: pick(index),
      target: pick(index + 3),
      owner: pick(index + 4),
      fix: `${pick(index + 5)} ${SECRETS.stripe}`,
    })),
    decisions: data.decisions.map((decision, index) => ({
      ...decision,
      subject: pick(index),
      reason: `${pick(index + 1)} ${SECRETS.jwt}`,
      compensatingControl: pick(index + 2),
      decider: pick(index + 3),
    })),
    branding: { clientName: HOSTILE.bidi, accent: "#ffee00", paper: "a4" },
    signals: data.signals.map((one, index) => ({
      ...one,
      title: pick(index),
      why: `${pick(index + 1)} ${SECRETS.aws}`,
    })),
    deliverables: data.deliverables.map((one, index) => ({ ...one, title: pick(index), why: pick(index + 1) })),
    providers: data.providers.map((one, index) => ({
      ...one,
      provider: pick(index),
      link: index % 2 === 0 ? "javascript:alert(1)" : `https://user:${SECRETS.urlPassword}@console.example.test/`,
      owners: [{ name: pick(index + 1), contact: pick(index + 2) }],
      breakGlass: `${pick(index + 3)} password: ${SECRETS.password}`,
      testedBy: pick(index + 4),
      observed: [{ provider: pick(index + 5), seenBy: pick(index + 6), observedAt: "2026-11-23T09:12:41.000Z" }],
    })),
    runbooks: data.runbooks.map((book, index) => ({
      ...book,
      title: pick(index),
      steps: ALL.map((text) => ({
        text,
        command: `export API_KEY=${SECRETS.bearer} AWS=${SECRETS.aws} ${text}`,
        people: [HOSTILE.foreign, HOSTILE.script],
      })),
      rehearsals: book.rehearsals.map((one) => ({ ...one, person: HOSTILE.long })),
    })),
    links: ALL.map((text, index) => ({
      kind: "other" as const,
      title: text,
      url:
        ["javascript:alert(1)", `https://x.test/?token=${SECRETS.bearer}`, `https://a:${SECRETS.urlPassword}@x.test/`][
          index % 3
        ] ?? "",
      owner: text,
      state: "broken" as const,
      checkedAt: null,
    })),
    signOffs: data.signOffs.flatMap((one) =>
      ALL.map((text) => ({ ...one, name: text, organisation: text, remark: `${text} ${SECRETS.aws}` })),
    ),
    sprint:
      data.sprint === null ? null : { ...data.sprint, goal: HOSTILE.typst, delivered: [...ALL], slipped: [...ALL] },
    missing: ALL.map((text) => ({ title: text, why: `${text} ${SECRETS.aws}` })),
  };
}
