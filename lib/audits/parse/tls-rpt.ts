/** Other TXT records are left aside (RFC 8460 §3). */
export function isTlsRptRecord(text: string): boolean {
  return /^v=TLSRPTv1[ \t]*(?:;|$)/.test(text);
}

/** Where reports go, or what is wrong with the record. */
export function readTlsRpt(text: string): { ok: true; rua: readonly string[] } | { ok: false; why: string } {
  const field = text
    .split(";")
    .slice(1)
    .find((part) => /^[ \t]*rua[ \t]*=/.test(part));
  if (field === undefined) return { ok: false, why: "rua= is missing" };
  const rua = field
    .slice(field.indexOf("=") + 1)
    .split(",")
    .map((uri) => uri.trim());
  const wrong = rua.find((uri) => !/^mailto:[^@\s]+@[^@\s]+$/i.test(uri) && !/^https:\/\/[^\s/]+/i.test(uri));
  if (wrong !== undefined) return { ok: false, why: `"${wrong}" is neither a mailto: nor an https: address` };
  return { ok: true, rua };
}
