import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { APIResponse } from "@playwright/test";
import { isAllowed, type Permission } from "../lib/auth/permissions.ts";
import { DELIVERABLE_IDS } from "../lib/roadmap/ids.ts";
import { CANARY, type Caller, expect, test } from "./access.ts";
import { BASE_URL } from "./fixtures.ts";

const APP = fileURLToPath(new URL("../app/", import.meta.url));

/** Every page of the app, as its address with `[names]`. */
const PAGES = globSync("**/page.tsx", { cwd: APP }).map(
  (file) =>
    `/${file
      .split("/")
      .slice(0, -1)
      .filter((segment) => !segment.startsWith("("))
      .join("/")}`,
);

/** Who may see it. A page that is missing here fails the test. */
const ACCESS: Record<string, "public" | "account" | Permission> = {
  "/": "account",
  "/api-docs": "public",
  "/bot": "public",
  "/sign-in": "public",
  "/setup": "public",
  "/invite/[token]": "public",
  "/share/[token]": "public",
  "/tools": "public",
  "/tools/cost-estimate": "public",
  "/tools/domain-check": "public",
  "/tools/domain-check/[token]": "public",
  "/tools/risk-score": "public",
  "/tools/sprint-fit": "public",
  "/account": "account",
  "/projects": "account",
  "/projects/new": "account",
  "/projects/[slug]": "project.read",
  "/projects/[slug]/audits": "project.read",
  "/projects/[slug]/audits/[run]": "project.read",
  "/projects/[slug]/deliverables": "project.read",
  "/projects/[slug]/deliverables/[deliverable]": "project.read",
  "/projects/[slug]/domains": "project.read",
  "/projects/[slug]/domains/[target]": "project.read",
  "/projects/[slug]/domains/old-urls": "project.read",
  "/projects/[slug]/domains/tls": "project.read",
  "/projects/[slug]/handover": "pack.read",
  "/projects/[slug]/handover/[version]": "pack.read",
  "/projects/[slug]/handover/links": "share.read",
  "/projects/[slug]/handover/look": "branding.write",
  "/projects/[slug]/risks": "project.read",
  "/projects/[slug]/owners": "record.read",
  "/projects/[slug]/runbooks": "record.read",
  "/projects/[slug]/runbooks/[runbook]": "record.read",
  "/projects/[slug]/settings": "member.read",
  "/projects/[slug]/sprint": "project.read",
  "/projects/[slug]/stages/[stage]": "project.read",
};

type Variant = {
  name: string;
  headers?: Record<string, string>;
  path?: (path: string) => string;
  /** Answers with the frame of the route, before anything is read; all that counts is that it tells nothing. */
  isFrame?: boolean;
};

const PREFETCH = { RSC: "1", "Next-Router-Prefetch": "1" };

/** The same page asked for in the ways that have led around checks before. */
const VARIANTS: Variant[] = [
  { name: "plainly" },
  { name: "as a payload", headers: { RSC: "1" }, path: (path) => `${path}?_rsc=1` },
  { name: "as a prefetch", headers: PREFETCH, isFrame: true },
  { name: "as a segment", headers: { ...PREFETCH, "Next-Router-Segment-Prefetch": "/_tree" }, isFrame: true },
  { name: "by its suffix", path: (path) => `${path}.rsc` },
  { name: "as a subrequest", headers: { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" } },
  { name: "for another host", headers: { "X-Forwarded-Host": "evil.example" } },
  { name: "with two slashes", path: (path) => `/${path}` },
  { name: "with a slash at the end", path: (path) => `${path}/` },
];

type Answer = "shown" | "sign in" | "not found";

/** A payload cannot carry a status of its own; what it tells the router counts as much. */
async function answerOf(response: APIResponse): Promise<Answer> {
  if (response.status() === 404) return "not found";
  if (new URL(response.url()).pathname === "/sign-in") return "sign in";
  const isPayload = response.headers()["content-type"]?.startsWith("text/x-component");
  const text = isPayload ? await response.text() : "";
  if (text.includes("NEXT_REDIRECT;replace;/sign-in")) return "sign in";
  return text.includes("NEXT_HTTP_ERROR_FALLBACK;404") ? "not found" : "shown";
}

function expectedAnswer(page: string, caller: Caller): Answer {
  const access = ACCESS[page];
  if (access === undefined) throw new Error(`Who may see ${page}? Add it to the table.`);
  if (access === "public") return "shown";
  if (!caller.isSignedIn) return "sign in";
  if (access === "account") return "shown";
  return caller.role !== null && isAllowed(caller.role, access) ? "shown" : "not found";
}

test("no page shows itself to somebody whom it is not for, in whichever way it is asked for", async ({ world }) => {
  test.setTimeout(240_000);
  const names: Record<string, string> = { ...world.params, slug: world.params.project ?? "" };
  const wrong: string[] = [];
  const browsers = world.callers.filter(({ name }) => !name.endsWith("token"));
  for (const page of PAGES.filter((page) => !page.includes("[token]"))) {
    const path = page.replaceAll(/\[(\w+)\]/g, (_, name: string) => names[name] ?? `missing-${name}`);
    for (const caller of browsers) {
      const expected = expectedAnswer(page, caller);
      if (expected === "shown") {
        const answer = await answerOf(await caller.request.get(path));
        const isLedOn = page === "/sign-in" || page === "/setup";
        if (answer !== "shown" && !isLedOn) wrong.push(`${page} as ${caller.name}: ${answer}`);
        continue;
      }
      for (const variant of VARIANTS) {
        const response = await caller.request.get(`${BASE_URL}${(variant.path ?? String)(path)}`, {
          headers: variant.headers ?? {},
        });
        const answer = await answerOf(response);
        const isRefused = answer === expected || answer === "not found" || variant.isFrame;
        const isSilent = !(await response.text()).includes(caller.role === null ? CANARY : world.teamSecret);
        if (!isRefused || !isSilent) {
          wrong.push(`${page} as ${caller.name}, ${variant.name}: ${answer}${isSilent ? "" : ", and it tells"}`);
        }
      }
    }
  }
  for (const id of DELIVERABLE_IDS) {
    for (const caller of browsers) {
      const expected = expectedAnswer("/projects/[slug]/deliverables/[deliverable]", caller);
      const answer = await answerOf(await caller.request.get(`/projects/${names.slug}/deliverables/${id}`));
      if (answer !== expected) wrong.push(`deliverable ${id} as ${caller.name}: ${answer}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("every page has its place in the table", () => {
  expect(PAGES.filter((page) => !(page in ACCESS))).toEqual([]);
  expect(Object.keys(ACCESS).filter((page) => !PAGES.includes(page))).toEqual([]);
});
