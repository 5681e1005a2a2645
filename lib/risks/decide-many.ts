import type { Db } from "#db/client.ts";
import type { Ctx } from "#lib/ctx.ts";
import { assertMember } from "#lib/ledger/assert-member.ts";
import type { DecisionFields } from "./decision-fields.ts";
import { isUnresolved, lockRisks, type Risk } from "./load-risk.ts";
import { storeDecisions, takesTwo } from "./store-decision.ts";

export type Decided = { number: number; outcome: "decided" | "proposed" | "refused"; reason: string | null };

type Many = { projectId: string; numbers: number[]; fields: DecisionFields; isAsked: boolean };

/**
 * One word on many risks: said of each that can have it, and each that cannot is named with the reason, in the order of
 * the numbers. The caller holds the project's lock.
 */
export async function decideMany(tx: Db, ctx: Ctx, { projectId, numbers, fields, isAsked }: Many): Promise<Decided[]> {
  await assertMember(tx, projectId, fields.ownerId);
  const known = await lockRisks(tx, projectId, numbers);
  const answers = numbers.map((number): Decided & { risk: Risk | undefined } => {
    const risk = known.get(number);
    const obstacle = obstacleTo(risk);
    if (!risk || obstacle !== null) return { number, outcome: "refused", reason: obstacle, risk: undefined };
    const isCritical = takesTwo(risk, fields);
    const reason = isCritical && !isAsked ? "It is critical, so a second person has to approve." : null;
    return { number, outcome: isAsked || isCritical ? "proposed" : "decided", reason, risk };
  });
  const said = answers.flatMap(({ risk, outcome }) =>
    risk && outcome !== "refused" ? [{ risk, state: outcome }] : [],
  );
  await storeDecisions(tx, ctx, fields, said);
  return answers.map(({ number, outcome, reason }) => ({ number, outcome, reason }));
}

function obstacleTo(risk: Risk | undefined): string | null {
  if (!risk) return "There is no such risk.";
  return isUnresolved(risk) ? null : "It is settled already.";
}
