import type { Changes } from "../testing/healthy-observation.ts";
import { answered, answeredBy } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { dmarcOldReceivers } from "./dmarc-old-receivers.ts";

const own = (...texts: string[]) => answered("_dmarc.example.com", "TXT", ...texts);
const record = (...texts: string[]): Changes => ({ mail: { dmarc: [own(...texts)] } });

testOutcomes(dmarcOldReceivers, [
  ["same", "pass", "both refuse", {}],
  ["same", "pass", "pct is 100", record("v=DMARC1; p=reject; pct=100")],
  ["same", "pass", "both only watch", record("v=DMARC1; p=none; pct=10")],
  ["no-dmarc", "not_applicable", "there is no record", record()],
  ["no-dmarc", "not_applicable", "two records stand there", record("v=DMARC1; p=reject", "v=DMARC1; p=none")],
  ["share", "warn", "pct is 20", record("v=DMARC1; p=reject; pct=20")],
  [
    "unseen",
    "warn",
    "the record is the suffix's",
    { mail: { dmarc: [own(), answered("_dmarc.com", "TXT", "v=DMARC1; p=reject; psd=y")] } },
  ],
  ["test-ignored", "warn", "the record is in test mode", record("v=DMARC1; p=reject; t=y")],
  [
    "differs",
    "warn",
    "np is wrong, which only newer ones read",
    record("v=DMARC1; p=reject; np=all; rua=mailto:a@b.example"),
  ],
  [
    "unanswered",
    "inconclusive",
    "no resolver answers",
    { mail: { dmarc: [answeredBy("_dmarc.example.com", "TXT", "timeout")] } },
  ],
]);
