import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import type { DemoPerson } from "../db/seed/demo.ts";
import type { Role } from "../lib/auth/permissions.ts";

type DemoFile = { ports: { port: number; controlPort: number }; people: DemoPerson[] };

export function demo(): DemoFile {
  return JSON.parse(readFileSync(join(process.env.PRODUCT_DATA_DIR ?? "", "demo.json"), "utf8"));
}

export function demoPerson(role: Role): DemoPerson {
  const person = demo().people.find((candidate) => candidate.role === role);
  if (!person) throw new Error(`The demo has no ${role}.`);
  return person;
}

/** Signs in as people do, through the page. */
export async function signIn(page: Page, person: { email: string; password: string }): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/projects/);
}

/** A browser context of its own, signed in as the demo's person with that role. */
export async function contextOf(browser: Browser, role: Role): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, demoPerson(role));
  await page.close();
  return context;
}

/** Switches a fault of the lab through its control server. */
export async function setFault(request: APIRequestContext, name: string, on: boolean): Promise<void> {
  const response = await request.put(`http://127.0.0.1:${demo().ports.controlPort}/faults/${name}`, { data: { on } });
  expect(response.ok()).toBe(true);
}
