import { HEALTHY } from "../testing/healthy-values.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { tlsName } from "./tls-name.ts";

const named = (...names: string[]) =>
  HEALTHY.tls.chain.map((certificate) => ({ ...certificate, names, namesTotal: names.length }));

testOutcomes(tlsName, [
  ["ok", "pass", "the certificate names the host", {}],
  ["mismatch", "fail", "it names other hosts", { tls: { nameMatches: false, chain: named("a.example", "b.example") } }],
  [
    "many-names",
    "warn",
    "it names thousands",
    { tls: { chain: HEALTHY.tls.chain.map((one) => ({ ...one, namesTotal: 10_000 })) } },
  ],
  ["no-names", "fail", "it names nobody", { tls: { nameMatches: false, chain: named() } }],
  ["no-names", "fail", "there is no certificate", { tls: { nameMatches: false, chain: [] } }],
]);
