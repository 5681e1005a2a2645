"use client";

import { useTheme } from "next-themes";
import { MenuChoices } from "./menu.tsx";

export const THEMES = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** For a menu: light, dark, or as the system says. */
export function ThemeChoices() {
  const { theme = "system", setTheme } = useTheme();
  return <MenuChoices label="Theme" value={theme} choices={THEMES} onChange={setTheme} />;
}
