import type { Verdict } from "#lib/audits/types.ts";
import type { HandoverData } from "../data.ts";
import { sampleData } from "./sample-data.ts";

/** A product as large as one gets: 300 risks, the 35 checks, 2,000 observations on ten hosts. */

const RISKS = 300;
const OBSERVATIONS = 2_000;
const HOSTS = 10;

/** Every twelfth is wrong, every ninth does not apply. */
function verdictOf(index: number): Verdict {
  if (index % 24 === 0) return "fail";
  if (index % 12 === 0) return "warn";
  return index % 9 === 0 ? "not_applicable" : "pass";
}

const HEADER =
  "default-src 'self'; script-src 'self' https://cdn.example.test; img-src 'self' data:; frame-ancestors 'none'";

export function bigData(): HandoverData {
  const data = sampleData();
  const [risk] = data.risks;
  if (!risk) throw new Error("The sample has a risk.");
  const each = Math.ceil(OBSERVATIONS / 35);
  const stages = data.stages.map((stage, stageIndex) => ({
    ...stage,
    checks: stage.checks.map((check, checkIndex) => ({
      ...check,
      evidence: Array.from(
        { length: stageIndex === 6 && checkIndex === 4 ? OBSERVATIONS - 34 * each : each },
        (_, index) => {
          const verdict = verdictOf(stageIndex + checkIndex + index);
          return {
            rule: `${stage.id}/rule-${index % 14}`,
            target: `https://host-${Math.floor(index / Math.ceil(each / HOSTS))}.example.test/`,
            verdict,
            summary:
              verdict === "not_applicable"
                ? "This host only leads on to another one."
                : `What the ${index % 14}th rule asks for was ${verdict === "pass" ? "" : "not "}seen on the ${index}th page, and both resolvers agree.`,
            evidence: [
              { label: "status", value: "200" },
              { label: "content-security-policy", value: HEADER },
            ],
            observedAt: "2026-11-23T09:12:41.000Z",
            runNumber: 14,
            reproduce: `curl -sSI https://host-${index % HOSTS}.example.test/page/${index}`,
          };
        },
      ),
    })),
  }));
  const risks = Array.from({ length: RISKS }, (_, index) => ({
    ...risk,
    number: index + 1,
    title: `The ${index + 1}th fault, of which the register says in a line where it is`,
    severity: (["critical", "high", "medium", "low", "info"] as const)[Math.floor(index / 60)] ?? "info",
    likelihood: 1 + (index % 5),
    impact: 1 + (Math.floor(index / 5) % 5),
    isBlocking: index < 8,
    target: `https://host-${index % HOSTS}.example.test/`,
  }));
  return { ...data, stages, risks };
}
