import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { DemoPerson } from "../db/seed/demo.ts";
import type { Role } from "../lib/auth/permissions.ts";

export type Person = { name: string; email: string; password: string };

type DemoFile = { ports: { port: number; controlPort: number }; people: DemoPerson[] };

/** What the product wrote down about its demo when it started. */
export function demo(): DemoFile {
  return JSON.parse(readFileSync(join(process.env.PRODUCT_DATA_DIR ?? "", "demo.json"), "utf8"));
}

export function demoPerson(role: Role): Person {
  const person = demo().people.find((candidate) => candidate.role === role);
  if (!person) throw new Error(`The demo has no ${role}.`);
  return person;
}

/** Signs in as people do, through the page. */
export async function signIn(page: Page, person: Pick<Person, "email" | "password">): Promise<void> {
  await page.goto("/sign-in");
  await fillSignIn(page, person);
  await expect(page).toHaveURL(/\/projects/);
}

export async function fillSignIn(page: Page, { email, password }: Pick<Person, "email" | "password">): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Makes the account of somebody new on the page of their invitation. */
export async function acceptAsNew(page: Page, token: string, { name, password }: Person): Promise<void> {
  await page.goto(`/invite/${token}`);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create the account and join" }).click();
  await expect(page).toHaveURL(/\/projects\//);
}
