import { mkdirSync, writeFileSync } from "node:fs";
import { REPORT_SCHEMA_PATH, reportJsonSchema } from "#lib/audits/report.ts";

/** Writes the published JSON Schema of the audit report; a test fails when it is not current. */
const file = new URL(`../../public${REPORT_SCHEMA_PATH}`, import.meta.url);
mkdirSync(new URL(".", file), { recursive: true });
writeFileSync(file, `${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
