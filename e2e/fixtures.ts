import {
  type APIRequestContext,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type Page,
} from "@playwright/test";
import type { Role } from "../lib/auth/permissions.ts";
import { acceptAsNew, demoPerson, type Person, signIn } from "./people.ts";

export const BASE_URL = "http://localhost:4300";

/** One of the demo's three, or somebody in particular. */
type Who = Role | Person;
type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

type Fixtures = {
  /** A page in a browser of its own, signed in; `null` for nobody. Closed with the test. */
  pageOf: (who: Who | null, options?: BrowserContextOptions) => Promise<Page>;
  /** The JSON API as a page of ours calls it, with that person's session; `null` for nobody's. */
  apiOf: (who: Who | null, headers?: Record<string, string>) => Promise<APIRequestContext>;
  /** Makes somebody, by an invitation of the demo's founder to that project. */
  newcomer: (invitation: { project: string; role: Role }) => Promise<Person>;
};
type WorkerFixtures = {
  /** Signs in once per person. */
  sessionOf: (who: Who) => Promise<StorageState>;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  sessionOf: [
    async ({ browser }, use) => {
      const states = new Map<string, StorageState>();
      await use(async (who) => {
        const person = typeof who === "string" ? demoPerson(who) : who;
        const known = states.get(person.email);
        if (known) return known;
        const context = await browser.newContext({ baseURL: BASE_URL });
        await signIn(await context.newPage(), person);
        const state = await context.storageState();
        states.set(person.email, state);
        await context.close();
        return state;
      });
    },
    { scope: "worker" },
  ],
  pageOf: async ({ browser, sessionOf }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (who, options = {}) => {
      const context = await browser.newContext({ ...options, ...(who && { storageState: await sessionOf(who) }) });
      opened.push(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
  apiOf: async ({ playwright, sessionOf }, use) => {
    const opened: APIRequestContext[] = [];
    await use(async (who, headers = {}) => {
      const context = await playwright.request.newContext({
        baseURL: BASE_URL,
        extraHTTPHeaders: { Origin: BASE_URL, ...headers },
        ...(who && { storageState: await sessionOf(who) }),
      });
      opened.push(context);
      return context;
    });
    for (const context of opened) await context.dispose();
  },
  newcomer: async ({ apiOf, pageOf }, use) => {
    await use(async ({ project, role }) => {
      const unique = crypto.randomUUID().slice(0, 8);
      const person = {
        name: `Robin ${unique}`,
        email: `robin-${unique}@example.test`,
        password: `quiet-harbour-${unique}`,
      };
      const founder = await apiOf("founder");
      const invited = await founder.post(`/api/v1/projects/${project}/invitations`, {
        data: { email: person.email, role },
      });
      await acceptAsNew(await pageOf(null), (await invited.json()).token, person);
      return person;
    });
  },
});

export { expect } from "@playwright/test";
