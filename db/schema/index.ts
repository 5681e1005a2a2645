export * from "./handover.ts";
export * from "./people.ts";
export * from "./projects.ts";
export * from "./records.ts";
export * from "./risks.ts";
export * from "./runs.ts";
