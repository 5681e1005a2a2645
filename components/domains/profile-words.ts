import type { Option } from "#components/ui/field.tsx";
import type { Profile } from "#db/queries/domain-views.ts";

export const PROFILE_WORDS: Readonly<Record<Profile, string>> = {
  page: "Pages for people",
  api: "API for programs",
  alias: "Another name that only leads on",
};

/** For a chip, beside the host. */
export const PROFILE_CHIPS: Readonly<Record<Profile, string>> = { page: "pages", api: "API", alias: "alias" };

export const PROFILE_OPTIONS: readonly Option[] = (["page", "api", "alias"] as const).map((value) => ({
  value,
  label: PROFILE_WORDS[value],
}));
