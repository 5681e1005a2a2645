import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { demo } from "./people.ts";

/** The page with the lab's switches. */
const labPage = () => `http://127.0.0.1:${demo().ports.controlPort}/`;

/** Through the control server, for what a test needs before it begins. */
export async function setFault(request: APIRequestContext, name: string, on: boolean): Promise<void> {
  const response = await request.put(`${labPage()}faults/${name}`, { data: { on } });
  expect(response.ok()).toBe(true);
}

/** Through the page, as people do. */
export async function switchOff(page: Page, title: string): Promise<void> {
  await page.goto(labPage());
  const fault = page.getByRole("switch", { name: title, exact: true });
  await fault.click();
  await expect(fault).not.toBeChecked();
}
