import type { Option } from "#components/ui/field.tsx";
import type { Environment } from "#db/queries/views.ts";

export const ENVIRONMENT_OPTIONS = [
  { value: "production", label: "Production" },
  { value: "staging", label: "Staging" },
  { value: "development", label: "Development" },
] as const satisfies readonly (Option & { value: Environment })[];
