import type { PersonView } from "./views.ts";

/** A filter of the register with a name; `search` is the address's query without its `?`. */
export type SavedViewView = {
  id: string;
  name: string;
  search: string;
  createdBy: PersonView | null;
  createdAt: string;
};

/** What one scanner's log did to the register. */
export type ImportView = {
  id: string;
  fileName: string;
  /** Of what was read, in a fixed order: the same scan has the same sum, however it was written down. */
  sha256: string;
  tool: string;
  toolVersion: string | null;
  findings: number;
  opened: number;
  reopened: number;
  verified: number;
  /** Results that are no findings: passed, suppressed, or our own. */
  skipped: number;
  importedBy: PersonView | null;
  createdAt: string;
};
