import type { ComponentIn, ResultIn, RuleIn, RunIn } from "./schema.ts";

export type Ruled = { ruleId: string; rule: RuleIn | null };

const PARTS_MAX = 20;

/**
 * Finds the rule that a result is about (§3.27.5–7, §3.52): named by id, by index, or by both in a component, which may
 * be an extension, as CodeQL's query packs are.
 */
export function rulesOf({ tool }: RunIn): (result: ResultIn) => Ruled {
  const all = [tool.driver, ...(tool.extensions ?? [])].flatMap((component) => component.rules ?? []);
  const byId = new Map(all.toReversed().map((rule) => [rule.id, rule]));
  const componentOf = componentsOf(tool);
  return (result) => {
    const reference = result.rule;
    const id = result.ruleId ?? reference?.id ?? null;
    const at = reference?.index ?? result.ruleIndex ?? -1;
    const indexed = componentOf(reference?.toolComponent).rules?.[at];
    if (indexed && (id === null || isOf(id, indexed.id))) return { ruleId: id ?? indexed.id, rule: indexed };
    return id === null ? { ruleId: "unnamed", rule: null } : { ruleId: id, rule: nearest(id, byId) };
  };
}

/** A result may name a part of a rule: `CA1000/1` is of `CA1000` (§3.27.5). */
function isOf(id: string, rule: string): boolean {
  return id === rule || id.startsWith(`${rule}/`);
}

function nearest(id: string, byId: ReadonlyMap<string, RuleIn>): RuleIn | null {
  let name = id;
  for (let n = 0; n < PARTS_MAX; n += 1) {
    const rule = byId.get(name);
    const slash = name.lastIndexOf("/");
    if (rule || slash < 0) return rule ?? null;
    name = name.slice(0, slash);
  }
  return null;
}

type Reference = NonNullable<ResultIn["rule"]>["toolComponent"];

/** A log may have as many extensions as results, so they are laid out by name once. */
function componentsOf({ driver, extensions }: RunIn["tool"]): (reference: Reference) => ComponentIn {
  const all = extensions ?? [];
  const places = (key: "guid" | "name") => new Map(all.map((one, place) => [one[key], place] as const).toReversed());
  const [byGuid, byName] = [places("guid"), places("name")];
  const placeIn = (map: typeof byGuid, key: string | null | undefined) => (key == null ? undefined : map.get(key));
  return (reference) => {
    if (!reference) return driver;
    const place = Math.min(
      placeIn(byGuid, reference.guid) ?? all.length,
      placeIn(byName, reference.name) ?? all.length,
    );
    return all[reference.index ?? -1] ?? all[place] ?? driver;
  };
}
