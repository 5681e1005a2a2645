import type { Area, HostRow } from "#db/queries/domain-views.ts";
import type { Verdict } from "#lib/audits/types.ts";
import { capitalised, listed } from "#lib/roadmap/words.ts";
import { AREA_LIST, AREA_TITLES } from "./area-words.ts";
import { RANKS } from "./standing.ts";

const HOSTS_SAID_MAX = 2;
const PLURAL: ReadonlySet<Area> = new Set(["redirects", "headers"]);

/** "3 of 4 hosts are in order; mail of example.com fails." */
export function hostsInWords(hosts: readonly HostRow[]): string {
  const [only] = hosts;
  if (!only) return "There is no address to look at yet.";
  if (!hosts.some(wasLookedAt)) {
    return hosts.length === 1 ? "Nobody has looked at the address yet." : "Nobody has looked at the addresses yet.";
  }
  if (hosts.length === 1) return onlyHostInWords(only);
  const faulty = hosts.filter((row) => openAreas(row).length > 0).toSorted((a, b) => worstRank(b) - worstRank(a));
  const rest = hosts.filter((row) => openAreas(row).length === 0);
  const waiting = rest.filter((row) => !wasLookedAt(row)).length;
  const fine = rest.filter(wasSeen);
  const unseen = rest.length - waiting - fine.length;
  const more = faulty.length - HOSTS_SAID_MAX;
  const details = [
    ...faulty.slice(0, HOSTS_SAID_MAX).map((row) => openInWords(row, row.host).join(", ")),
    ...(more > 0 ? [`${more} more ${more === 1 ? "has" : "have"} something open`] : []),
    ...(unseen > 0 ? [`${unseen} could not be seen`] : []),
    ...(waiting > 0 ? [`${waiting} ${waiting === 1 ? "was" : "were"} not looked at yet`] : []),
  ];
  const limit = fine.some((row) => unseenAreas(row).length > 0) ? ", as far as could be seen" : "";
  return [`${fineInWords(fine.length, hosts.length)}${limit}`, ...details].join("; ").concat(".");
}

type Areas = Pick<HostRow, "areas">;

function openAreas({ areas }: Areas): Area[] {
  return AREA_LIST.filter((area) => areas[area].now?.verdict === "fail" || areas[area].now?.verdict === "warn");
}

function worstRank(row: Areas): number {
  return Math.max(...openAreas(row).map((area) => RANKS[row.areas[area].now?.verdict ?? "pass"] ?? 0));
}

/** Could not be looked at, or not to the end. */
function unseenAreas({ areas }: Areas): Area[] {
  return AREA_LIST.filter((area) => {
    const { now } = areas[area];
    return now === null || RANKS[now.verdict] === undefined;
  });
}

const wasLookedAt = ({ areas }: Areas) => AREA_LIST.some((area) => areas[area].now !== null);
const wasSeen = (row: Areas) => unseenAreas(row).length < AREA_LIST.length;

function fineInWords(fine: number, total: number): string {
  if (fine === total) return `All ${fine} hosts are in order`;
  return `${fine === 0 ? "None" : fine} of ${total} hosts ${fine > 1 ? "are" : "is"} in order`;
}

function onlyHostInWords(row: HostRow): string {
  const open = openInWords(row);
  return open.length > 0
    ? `${row.host} is not in order yet: ${open.join("; ")}.`
    : `${row.host} ${faultlessInWords(row)}.`;
}

function faultlessInWords(row: Areas): string {
  const unseen = unseenAreas(row);
  if (unseen.length === 0) return "is in order";
  if (!wasSeen(row)) return "could not be seen";
  return `shows no fault, but ${listed(unseen.map(inText))} could not be seen in full`;
}

/** "Headers and mail fail; DNS has warnings." of one host, for its page. */
export function hostInWords(row: Areas): string {
  if (!wasLookedAt(row)) return "No audit has looked at it yet.";
  const open = openInWords(row).join("; ");
  return open === "" ? `It ${faultlessInWords(row)}.` : `${capitalised(open)}.`;
}

/** "headers and mail fail", "DNS has warnings"; with a host, the first of them says whose. */
function openInWords({ areas }: Areas, host?: string): string[] {
  const list = (verdict: Verdict) => openAreas({ areas }).filter((area) => areas[area].now?.verdict === verdict);
  const fails = list("fail");
  const warns = list("warn");
  return [
    ...clause(fails, host, "fails", "fail"),
    ...clause(warns, fails.length > 0 ? undefined : host, "has warnings", "have warnings"),
  ];
}

function clause(areas: readonly Area[], host: string | undefined, one: string, many: string): string[] {
  const [first] = areas;
  if (first === undefined) return [];
  const verb = areas.length === 1 && !PLURAL.has(first) ? one : many;
  return [`${listed(areas.map(inText))}${host === undefined ? "" : ` of ${host}`} ${verb}`];
}

/** Within a sentence: DNS and TLS stay in capitals. */
function inText(area: Area): string {
  const title = AREA_TITLES[area];
  return title === title.toUpperCase() ? title : title.toLowerCase();
}
