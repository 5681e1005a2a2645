import type { Fault } from "./fault.ts";

export const OLD_URL_FAULTS = [
  {
    name: "old-url-gone",
    title: "An old address is dead",
    how: "The old page answers 404 in place of sending on.",
    rules: ["edge/old-urls"],
    apply(settings) {
      delete settings.moved["/copilot.html"];
    },
  },
  {
    name: "old-url-temporary",
    title: "An old address moves only for now",
    how: "The old page sends on to the right place with 302.",
    rules: ["edge/old-urls"],
    apply(settings) {
      settings.moved["/copilot.html"] = { status: 302, location: "/" };
    },
  },
  {
    name: "old-url-wrong-place",
    title: "An old address leads to the home page",
    how: "The old sign-in page sends on to the home page in place of the new sign-in page.",
    rules: ["edge/old-urls"],
    apply(settings) {
      settings.moved["/signin"] = { status: 301, location: "/" };
    },
  },
  {
    name: "old-url-long-chain",
    title: "An old address leads on four times",
    how: "The old page sends on over three relaunches before it arrives.",
    rules: ["edge/old-urls"],
    apply(settings) {
      const stops = ["/copilot.html", "/2023", "/2024", "/2025", "/"];
      for (const [index, stop] of stops.slice(0, -1).entries()) {
        settings.moved[stop] = { status: 301, location: stops[index + 1] ?? "/" };
      }
    },
  },
  {
    name: "old-url-loop",
    title: "An old address goes round",
    how: "The old page sends on to another old page, which sends back.",
    rules: ["edge/old-urls"],
    apply(settings) {
      settings.moved["/copilot.html"] = { status: 301, location: "/copilot" };
      settings.moved["/copilot"] = { status: 301, location: "/copilot.html" };
    },
  },
  {
    name: "old-url-broken-page",
    title: "An old address leads to a page that is gone",
    how: "The old sign-in page sends on, as the list asks, to a page that answers 404.",
    rules: ["edge/old-urls"],
    apply(settings) {
      const { origin } = settings.site;
      settings.notes = { ...settings.notes, oldUrls: [{ from: `${origin}/signin`, to: `${origin}/sign-in` }] };
      settings.moved["/signin"] = { status: 301, location: "/sign-in" };
    },
  },
] as const satisfies readonly Fault[];
