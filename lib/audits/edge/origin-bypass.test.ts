import { describe, expect, it } from "vitest";
import type { PartValue } from "../observation.ts";
import { NO_NOTES } from "../observation.ts";
import { HEALTHY_EDGE } from "../testing/healthy-edge.ts";
import { healthyObservation } from "../testing/healthy-observation.ts";
import { judge } from "../testing/judge.ts";
import { testOutcomes } from "../testing/test-outcomes.ts";
import { originBypass } from "./origin-bypass.ts";

type Answer = PartValue<"edge">["front"];
const { front } = HEALTHY_EDGE;
const failed = (step: string, code: string) => ({ origin: "o", answer: null, failure: { step, code, reason: "So." } });
const answered = (changes: Partial<Answer>) => {
  const nothing = { status: 200, headers: [], title: null, bodyHash: "1" };
  return { origin: "o", answer: { ...nothing, ...changes }, failure: null };
};
const tried = (...origins: PartValue<"edge">["origins"]) => ({ edge: { origins } });
const redirecting = (location: string): Answer => ({
  status: 301,
  headers: [["location", location]],
  title: null,
  bodyHash: "2",
});

testOutcomes(originBypass, [
  ["refuses", "pass", "it refuses the connection", {}],
  ["refuses", "pass", "it breaks the handshake off", tried(failed("tls", "tls_error"))],
  ["refuses", "pass", "it answers 421", tried(answered({ status: 421, title: "Example" }))],
  ["refuses", "pass", "it answers 403", tried(answered({ status: 403, title: "Forbidden" }))],
  ["refuses", "pass", "it answers 403 under the site's title", tried(answered({ status: 403, title: "Example" }))],
  ["refuses", "pass", "it answers with another page", tried(answered({ title: "Welcome to nginx!" }))],
  [
    "refuses",
    "pass",
    "one refuses and one is silent",
    tried(failed("connect", "connect_timeout"), failed("connect", "refused")),
  ],
  ["unreachable", "pass", "it does not answer in time", tried(failed("connect", "connect_timeout"))],
  ["unreachable", "pass", "its name is gone", tried(failed("dns", "nxdomain"))],
  ["answers", "fail", "it has the same title", tried(answered({ title: "Example" }))],
  ["answers", "fail", "it has the very same page", tried(answered({ bodyHash: front.bodyHash }))],
  [
    "answers",
    "fail",
    "it sets the same cookie, on an error page",
    tried(answered({ status: 404, headers: [["set-cookie", "__Host-session"]] })),
  ],
  [
    "answers",
    "fail",
    "both redirect to the same place",
    { edge: { front: redirecting("/en"), origins: [answered(redirecting("/en"))] } },
  ],
  [
    "refuses",
    "pass",
    "they redirect to different places",
    { edge: { front: redirecting("/en"), origins: [answered(redirecting("https://edge.example/"))] } },
  ],
  [
    "answers",
    "fail",
    "both ask for the same sign-in",
    {
      edge: {
        front: { ...front, status: 401, headers: [["www-authenticate", 'Basic realm="staging"']] },
        origins: [answered({ status: 401, headers: [["www-authenticate", 'Basic realm="staging"']] })],
      },
    },
  ],
  ["answers", "fail", "one of two answers", tried(failed("connect", "refused"), answered({ title: "Example" }))],
  ["not-tried", "inconclusive", "it may not be connected to", tried(failed("policy", "blocked_address"))],
  ["not-tried", "inconclusive", "no resolver answers", tried(failed("dns", "dns_error"))],
  ["undeclared", "inconclusive", "nobody said where it is", tried()],
  [
    "one-platform",
    "not_applicable",
    "Vercel runs the site itself",
    {
      edge: {
        addresses: ["216.198.79.1"],
        nameservers: [],
        trace: null,
        front: { ...front, headers: [["x-vercel-id", "fra1::1"]] },
        origins: [],
      },
    },
  ],
  [
    "undeclared",
    "inconclusive",
    "only one sign points to a platform",
    {
      edge: {
        addresses: ["192.0.2.10"],
        nameservers: [],
        trace: null,
        front: { ...front, headers: [["x-vercel-id", "fra1::1"]] },
        origins: [],
      },
    },
  ],
  [
    "no-edge",
    "not_applicable",
    "there is nothing to get around",
    {
      edge: {
        addresses: ["192.0.2.10"],
        nameservers: [],
        trace: null,
        front: { ...front, headers: [["server", "nginx"]] },
        origins: [],
      },
    },
  ],
]);

describe("the line that reproduces it", () => {
  it.each([
    ["203.0.113.7", "example.com:443:203.0.113.7:443"],
    ["origin.example.net:8443", "example.com:443:origin.example.net:8443"],
    ["2001:db8::7", "example.com:443:[2001:db8::7]:443"],
    ["[2001:db8::7]:8443", "example.com:443:[2001:db8::7]:8443"],
  ])("connects to %s", (origin, place) => {
    const { reproduce } = judge(originBypass, healthyObservation({}, { notes: { ...NO_NOTES, origins: [origin] } }));
    expect(reproduce).toContain(place);
  });
});
