type Rgb = readonly [number, number, number];

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
/** The lightest ground of the light theme that is not white, and the lightest of the dark one. */
const LIGHT_GROUND: Rgb = [244, 244, 242];
const DARK_GROUND: Rgb = [32, 32, 30];
/** WCAG 2.2, 1.4.3: text of any size. */
const CONTRAST_MIN = 4.5;
const STEPS = 50;

export type Accent = { light: string; lightInk: string; dark: string; darkInk: string };

/** A client's colour for both themes, moved towards black or white just as far as text in it, or on it, takes to be read. */
export function accentOf(hex: string): Accent {
  const chosen = rgbOf(hex);
  return {
    light: hexOf(towards(chosen, BLACK, LIGHT_GROUND)),
    lightInk: hexOf(WHITE),
    dark: hexOf(towards(chosen, WHITE, DARK_GROUND)),
    darkInk: "#191918",
  };
}

function towards(colour: Rgb, end: Rgb, ground: Rgb): Rgb {
  for (let step = 0; step < STEPS; step++) {
    const mixed = mix(colour, end, step / STEPS);
    if (contrast(mixed, ground) >= CONTRAST_MIN) return mixed;
  }
  return end;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

/** WCAG's contrast ratio of two colours, 1 to 21. */
function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function hexOf([red, green, blue]: Rgb): string {
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** WCAG's contrast ratio of two colours as `#rrggbb`. */
export function contrastOf(a: string, b: string): number {
  return contrast(rgbOf(a), rgbOf(b));
}
