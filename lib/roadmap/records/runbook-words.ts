import type { Platform, RunbookKind } from "./types.ts";

export const PLATFORM_NAMES = {
  vercel: "Vercel",
  netlify: "Netlify",
  cloudflare: "Cloudflare Workers",
  fly: "Fly.io",
  render: "Render",
  railway: "Railway",
  heroku: "Heroku",
  aws: "AWS (ECS)",
  google_cloud: "Google Cloud Run",
  azure: "Azure App Service",
  kubernetes: "Kubernetes",
  docker: "Docker Compose",
  other: "Another platform",
} as const satisfies Record<Platform, string>;

/** What a runbook of this kind is for, as a title has it. */
export const KIND_TITLES = {
  deploy: "Deploy a version",
  roll_back: "Roll back to the last good version",
  change_variable: "Change an environment variable",
  restore: "Restore the data from a backup",
  rotate: "Rotate a secret",
} as const satisfies Record<RunbookKind, string>;
