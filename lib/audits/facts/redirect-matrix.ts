export type RedirectHop = { url: string; status: number; location: string | null };
/** One start address of the matrix and where it leads. */
export type RedirectRow = {
  start: string;
  hops: RedirectHop[];
  final: string | null;
  verdict: "ok" | "fault" | "unseen";
  /** What is wrong or could not be seen, in a few words; empty when all is well. */
  note: string;
};
