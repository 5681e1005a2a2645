/** What is a secret wherever it stands: tokens, and the keys of services that mark theirs. Every pattern is linear. */
export const SECRET_FORMS: readonly RegExp[] = [
  /\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g,
  /\b(?:AKIA|ASIA|AROA|AIDA|AGPA|ANPA|ABIA|ACCA)[A-Z0-9]{12,}\b/g,
  /\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|npm_[A-Za-z0-9]{20,})/g,
  /\b(?:[srp]k_(?:live|test)_[A-Za-z0-9]{8,}|whsec_[\w+/=]{8,})/g,
  /\bsk-[\w-]{16,}/g,
  /\bxox[a-z]-[\w-]{8,}|\bxapp-[\w-]{8,}/g,
  /\bAIza[\w-]{30,}|\bya29\.[\w-]{16,}|\bGOCSPX-[\w-]{16,}/g,
  /\bSG\.[\w-]{12,200}\.[\w-]{12,}/g,
];
