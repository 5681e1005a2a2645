import type { Platform, RunbookKind } from "../records/types.ts";
import { aws } from "./aws.ts";
import { azure } from "./azure.ts";
import { cloudflare } from "./cloudflare.ts";
import { docker } from "./docker.ts";
import { fly } from "./fly.ts";
import { googleCloud } from "./google-cloud.ts";
import { heroku } from "./heroku.ts";
import { kubernetes } from "./kubernetes.ts";
import { netlify } from "./netlify.ts";
import { other } from "./other.ts";
import { railway } from "./railway.ts";
import { render } from "./render.ts";
import type { PlatformTemplates, TemplateStep } from "./step.ts";
import { vercel } from "./vercel.ts";

const TEMPLATES: Readonly<Record<Platform, PlatformTemplates>> = {
  vercel,
  netlify,
  cloudflare,
  fly,
  render,
  railway,
  heroku,
  aws,
  google_cloud: googleCloud,
  azure,
  kubernetes,
  docker,
  other,
};

/** The steps that a new runbook of that kind on that platform begins with. */
export function runbookTemplate(platform: Platform, kind: RunbookKind): readonly TemplateStep[] {
  return TEMPLATES[platform][kind];
}
