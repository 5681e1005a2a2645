type Log = Record<string, { from: unknown; to: unknown }>;

/** The given fields that differ from the row's: what to write, and what the activity says of it. */
export function changesOf<Row extends object, Fields extends { [K in keyof Row]?: Row[K] | undefined }>(
  row: Row,
  fields: Fields,
): { values: Partial<Row>; log: Log } {
  const values: Partial<Row> = {};
  const log: Log = {};
  for (const key of Object.keys(fields) as (keyof Row & keyof Fields & string)[]) {
    const to = fields[key] as Row[typeof key] | undefined;
    const from = row[key];
    if (to === undefined || comparable(from) === comparable(to)) continue;
    values[key] = to;
    log[key] = { from: comparable(from), to: comparable(to) };
  }
  return { values, log };
}

function comparable(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}
