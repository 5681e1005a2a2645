import { CONTENT_FAULTS } from "./faults/content-faults.ts";
import { COOKIE_FAULTS } from "./faults/cookie-faults.ts";
import { CORS_FAULTS } from "./faults/cors-faults.ts";
import { DNS_FAULTS } from "./faults/dns-faults.ts";
import { EDGE_FAULTS } from "./faults/edge-faults.ts";
import type { Fault } from "./faults/fault.ts";
import { HEADER_FAULTS } from "./faults/header-faults.ts";
import { MAIL_FAULTS } from "./faults/mail-faults.ts";
import { OLD_URL_FAULTS } from "./faults/old-url-faults.ts";
import { REDIRECT_FAULTS } from "./faults/redirect-faults.ts";
import { SRI_FAULTS } from "./faults/sri-faults.ts";
import { TLS_FAULTS } from "./faults/tls-faults.ts";
import { healthySettings, type Settings, type Site } from "./settings.ts";

/** Everything that can be broken in the lab, in the order in which it is listed and applied. */
export const FAULTS = [
  ...DNS_FAULTS,
  ...TLS_FAULTS,
  ...REDIRECT_FAULTS,
  ...OLD_URL_FAULTS,
  ...HEADER_FAULTS,
  ...COOKIE_FAULTS,
  ...CORS_FAULTS,
  ...SRI_FAULTS,
  ...CONTENT_FAULTS,
  ...EDGE_FAULTS,
  ...MAIL_FAULTS,
] as const satisfies readonly Fault[];

export type FaultName = (typeof FAULTS)[number]["name"];
export type FaultState = { name: FaultName; title: string; how: string; rules: string[]; on: boolean };

export const isFaultName = (name: string): name is FaultName => FAULTS.some((fault) => fault.name === name);

/** The switches, all off. `onChange` is called at once and after each change, with the settings that hold from then on. */
export function createFaults(site: Site, onChange: (settings: Settings) => void) {
  const active = new Set<FaultName>();
  let settings = healthySettings(site);

  function apply(): void {
    settings = healthySettings(site);
    for (const fault of FAULTS) {
      if (active.has(fault.name)) fault.apply(settings);
    }
    onChange(settings);
  }

  apply();
  return {
    settings: () => settings,
    list: (): FaultState[] =>
      FAULTS.map(({ name, title, how, rules }) => ({ name, title, how, rules: [...rules], on: active.has(name) })),
    set(name: FaultName, on: boolean): void {
      if (!isFaultName(name)) throw new RangeError(`The lab has no fault "${String(name)}".`);
      if (on) active.add(name);
      else active.delete(name);
      apply();
    },
    reset(): void {
      active.clear();
      apply();
    },
  };
}
export type Faults = ReturnType<typeof createFaults>;
