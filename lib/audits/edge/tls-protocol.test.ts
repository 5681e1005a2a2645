import { testOutcomes } from "../testing/test-outcomes.ts";
import { tlsProtocol } from "./tls-protocol.ts";

testOutcomes(tlsProtocol, [
  ["ok", "pass", "1.2 and 1.3 are offered", {}],
  ["ok", "pass", "only 1.2 is offered", { tls: { protocol: "TLSv1.2", versions: { "TLSv1.3": false } } }],
  ["old-offered", "fail", "1.1 is offered too", { tls: { versions: { "TLSv1.1": true } } }],
  [
    "old-offered",
    "fail",
    "1.0 is offered and 1.1 could not be tried",
    { tls: { versions: { TLSv1: true, "TLSv1.1": null } } },
  ],
  [
    "none-modern",
    "fail",
    "nothing from 1.2 on is offered",
    { tls: { protocol: "TLSv1.1", versions: { "TLSv1.1": true, "TLSv1.2": false, "TLSv1.3": false } } },
  ],
  [
    "untried",
    "inconclusive",
    "the old versions could not be tried",
    { tls: { versions: { TLSv1: null, "TLSv1.1": null } } },
  ],
]);
