/** One answer to a question, by whom. `ttl` in seconds; `null` where the source does not tell. */
export type DnsSource = {
  source: string;
  kind: "resolver" | "authoritative";
  status: string;
  records: string[];
  ttl: number | null;
};
/** One question about a host and all who were asked. */
export type DnsRow = { name: string; type: string; sources: DnsSource[]; agrees: boolean };
