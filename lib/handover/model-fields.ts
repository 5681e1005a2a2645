import { z } from "zod";
import { CHECK_IDS } from "#lib/roadmap/ids.ts";

/** What the parts of the document model are made of. */

/** ISO 8601. */
export const moment = z.iso.datetime({ offset: true });
export const text = z.string();
export const count = z.number().int().nonnegative();
export const checkId = z.enum(CHECK_IDS);
