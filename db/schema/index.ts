export * from "./people.ts";
export * from "./projects.ts";
export * from "./risks.ts";
export * from "./runs.ts";
