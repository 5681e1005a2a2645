import { fileURLToPath } from "node:url";

/** What the compiler needs from the disk. */

const path = (name: string, base: string = import.meta.url) => fileURLToPath(new URL(name, base));

export const WORKSPACE = path(".");
export const TEMPLATE = path("./pack.typ");

/** Regular, medium and semibold of the text, then the font of code. */
export const FONTS = [
  "geist-sans/Geist-Regular.ttf",
  "geist-sans/Geist-Medium.ttf",
  "geist-sans/Geist-SemiBold.ttf",
  "geist-mono/GeistMono-Regular.ttf",
].map((name) => path(`./fonts/${name}`, import.meta.resolve("geist/font")));
