import { z } from "zod";
import { recordActivity } from "#lib/activity/record-activity.ts";
import { readLog, SARIF_BYTES_MAX } from "#lib/audits/sarif-import/read-log.ts";
import { countFindings, type Scan, scansIn } from "#lib/audits/sarif-import/scans-in.ts";
import { authorize } from "#lib/auth/authorize.ts";
import type { Ctx } from "#lib/ctx.ts";
import { AppError } from "#lib/errors.ts";
import { cleanText } from "#lib/handover/sanitize.ts";
import { lockProject } from "#lib/ledger/lock-project.ts";
import { parseInput } from "#lib/ledger/parse-input.ts";
import { recordReadiness } from "#lib/ledger/record-readiness.ts";
import { applyScan, type ScanEffect } from "./sarif/apply-scan.ts";
import { storeImport } from "./sarif/store-import.ts";

const FINDINGS_MAX = 5000;

export const importSarifInput = z.object({
  project: z.string(),
  fileName: z
    .string()
    .transform((name) => cleanText(name, 200))
    .pipe(z.string().min(1, "Give the file a name.")),
  /** The log itself, UTF-8, with or without a byte order mark. */
  text: z.string().min(1, "Choose a file.").max(SARIF_BYTES_MAX, "The file is larger than 10 MB."),
  /** This is all that the tool finds now: what it found before and does not name any more is fixed. */
  isComplete: z.boolean().default(false),
});

export type SarifImport = ScanEffect & { tools: (ScanEffect & { tool: string; version: string | null })[] };

type Call = { ctx: Ctx; input: z.input<typeof importSarifInput> };

/**
 * Lays a scanner's findings over the register: new ones become risks, returning ones reopen theirs, and after a complete
 * scan those that it names no more are verified. The same log again changes nothing, in whatever order; our own export
 * changes nothing in the project that it came from.
 * @throws AppError invalid when it is no SARIF 2.1.0, naming the path of what is wrong; nothing is saved then.
 */
export async function importSarif({ ctx, input }: Call): Promise<SarifImport> {
  const { project: slug, fileName, text, isComplete } = parseInput(importSarifInput, input);
  const { project } = await authorize(ctx, slug, "risk.import");
  const scans = read(text, isComplete);
  return ctx.db.transaction(async (tx) => {
    await lockProject(tx, project.id);
    const tools: SarifImport["tools"] = [];
    for (const scan of scans) {
      const effect = await applyScan(tx, ctx, { projectId: project.id, scan, fileName, isComplete });
      tools.push({ tool: scan.tool, version: scan.version, ...effect });
      const stored = await storeImport(tx, ctx, { projectId: project.id, fileName, scan, effect });
      if (!stored) continue;
      await recordActivity(tx, ctx, {
        projectId: project.id,
        action: "import.read",
        objectType: "import",
        objectId: stored.id,
        details: { file: fileName, tool: scan.tool, isComplete, ...effect },
      });
    }
    await recordReadiness(tx, ctx, project.id);
    return { ...total(tools), tools };
  });
}

function read(text: string, isComplete: boolean): Scan[] {
  const answer = readLog(text);
  if ("problem" in answer) throw refusal(answer.problem);
  const findings = countFindings(answer.log);
  if (findings > FINDINGS_MAX) {
    throw refusal(`The log has ${findings} findings; at most ${FINDINGS_MAX} are imported at once.`);
  }
  const scans = scansIn(answer.log);
  const broken = scans.find(({ isOurs, isWhole }) => !isOurs && !isWhole);
  if (isComplete && broken) {
    throw refusal(`${broken.tool} says that its run did not succeed, so what it does not name may still be there.`);
  }
  return scans;
}

function refusal(message: string): AppError {
  return new AppError("invalid", message, { fieldErrors: { text: [message] } });
}

function total(all: readonly ScanEffect[]): ScanEffect {
  const sum = (key: keyof ScanEffect) => all.reduce((soFar, one) => soFar + one[key], 0);
  return {
    findings: sum("findings"),
    opened: sum("opened"),
    reopened: sum("reopened"),
    verified: sum("verified"),
    changed: sum("changed"),
    skipped: sum("skipped"),
  };
}
