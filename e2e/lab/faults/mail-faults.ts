import { HOST, MAIL_PROVIDER } from "../names.ts";
import type { Settings } from "../settings.ts";
import { txt, without } from "../zone.ts";
import type { Fault } from "./fault.ts";

const DMARC = `_dmarc.${HOST}`;

function publish(settings: Settings, name: string, ...texts: string[]): void {
  settings.zone = [...without(settings.zone, name, "TXT"), ...texts.map((text) => txt(name, text))];
}

export const MAIL_FAULTS = [
  {
    name: "spf-missing",
    title: "No SPF record",
    how: "The domain publishes no v=spf1 record.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, HOST),
  },
  {
    name: "spf-two-records",
    title: "Two SPF records",
    how: "Two v=spf1 records stand side by side, which receivers treat as a permanent error.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, HOST, `v=spf1 include:_spf.${MAIL_PROVIDER} -all`, "v=spf1 mx -all"),
  },
  {
    name: "spf-plus-all",
    title: "SPF lets everyone send",
    how: "The SPF record ends in +all.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, HOST, `v=spf1 include:_spf.${MAIL_PROVIDER} +all`),
  },
  {
    name: "spf-neutral-all",
    title: "SPF says nothing about other senders",
    how: "The SPF record ends in ?all, so forged mail is judged as neutral.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, HOST, `v=spf1 include:_spf.${MAIL_PROVIDER} ?all`),
  },
  {
    name: "spf-too-many-lookups",
    title: "SPF needs too many look-ups",
    how: "The SPF record has eleven includes; receivers stop after ten look-ups with a permanent error.",
    rules: ["mail/spf"],
    apply(settings) {
      const includes = Array.from({ length: 11 }, (_, index) => `spf${index}.${MAIL_PROVIDER}`);
      publish(settings, HOST, `v=spf1 ${includes.map((name) => `include:${name}`).join(" ")} -all`);
      settings.zone = [...settings.zone, ...includes.map((name) => txt(name, "v=spf1 ip4:192.0.2.1 -all"))];
    },
  },
  {
    name: "spf-syntax",
    title: "SPF record with a mistake",
    how: "The SPF record names an address that is none and a mechanism that does not exist.",
    rules: ["mail/spf"],
    apply: (settings) => publish(settings, HOST, "v=spf1 ip4:192.0.2.300 includes:example.test -all"),
  },
  {
    name: "dmarc-missing",
    title: "No DMARC record",
    how: "The domain publishes no DMARC policy.",
    rules: ["mail/dmarc"],
    apply: (settings) => publish(settings, DMARC),
  },
  {
    name: "dmarc-none",
    title: "DMARC only watches",
    how: "The DMARC policy is p=none, so forged mail is delivered.",
    rules: ["mail/dmarc"],
    apply: (settings) => publish(settings, DMARC, `v=DMARC1; p=none; rua=mailto:dmarc@${HOST}`),
  },
  {
    name: "dmarc-two-records",
    title: "Two DMARC records",
    how: "Two DMARC records stand side by side, so receivers ignore both.",
    rules: ["mail/dmarc"],
    apply: (settings) => publish(settings, DMARC, "v=DMARC1; p=reject", "v=DMARC1; p=quarantine"),
  },
  {
    name: "dmarc-bad-syntax",
    title: "DMARC record with a mistake",
    how: "The DMARC record's policy is a word that does not exist.",
    rules: ["mail/dmarc"],
    apply: (settings) => publish(settings, DMARC, "v=DMARC1; p=refuse"),
  },
] as const satisfies readonly Fault[];
