/** One plausible body per operation that takes one, by operation id. */
export const EXAMPLE_BODIES: Readonly<Record<string, unknown>> = {
  createProject: { name: "Ops Copilot", url: "https://app.example.com" },
  updateProject: { description: "Answers questions about internal operations." },
  addTarget: { url: "https://staging.example.com", environment: "staging" },
  startRun: { rules: ["edge/hsts", "mail/dmarc"] },
  updateCheck: { notApplicableReason: "There is only one address, so there are no subdomains." },
  attest: {
    statement: "Restored last night's backup into staging; every table was there.",
    observedAt: "2026-11-23T09:00:00Z",
    link: "https://wiki.example.com/restore-drill",
  },
  waiveGate: {
    gateId: "safe-logging",
    reason: "No client data is handled before the pilot begins.",
    expiresAt: "2026-12-15T00:00:00Z",
  },
  createRisk: {
    title: "Only one person can deploy",
    checkId: "backup-access",
    severity: "high",
    likelihood: 3,
    impact: 4,
  },
  updateRisk: { likelihood: 2 },
  decideRisk: {
    treatment: "defer",
    reason: "The provider has announced the fix for next week.",
    compensatingControl: "The endpoint is closed until then.",
    expiresAt: "2026-12-01T00:00:00Z",
  },
  closeRisk: { reason: "A second person has deployed twice this week." },
  createShare: { version: 1, label: "For the client", viewsMax: 20 },
  recordDeployment: { version: "1.4.0", environment: "production" },
  inviteMember: { email: "jonas@example.com", role: "engineer" },
  changeRole: { role: "founder" },
  createToken: { name: "Deployment pipeline" },
};
