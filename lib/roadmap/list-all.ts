type Missing<Id extends string, List extends readonly { id: Id }[]> = Exclude<Id, List[number]["id"]>;

/** Returns the list as it is; an id of `Id` that the list leaves out is a type error which names it. */
export function listAll<Id extends string>() {
  return <const List extends readonly { id: Id }[]>(
    list: List & ([Missing<Id, List>] extends [never] ? unknown : { missing: Missing<Id, List> }),
  ): List => list;
}
