/** Names a finding: the same rule failing on the same target in two runs is one finding, whatever the outcome's code. */
export function fingerprint({ rule, host, port }: { rule: string; host: string; port: number }): string {
  return `v1|${rule}|${host.includes(":") ? `[${host}]` : host}:${port}`;
}
