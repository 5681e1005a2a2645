import type { Settings } from "../settings.ts";

/** How answers are cached, by browsers and by the edge in front. */
export type CachingSettings = {
  /** Cache-Control of files with a hash in their name; empty: not sent. */
  assets: string;
  /** Cache-Control of the home page; empty: not sent. */
  page: string;
  edgeStores: "assets" | "everything" | "nothing";
  /** Whether the home page gives everybody who has none a session. */
  setsCookies: boolean;
};

export const HEALTHY_CACHING: CachingSettings = {
  assets: "public, max-age=31536000, immutable",
  page: "no-store",
  edgeStores: "assets",
  setsCookies: true,
};

/** What the edge says of its cache: the first request for a path is a miss, each later one a hit. */
export function createEdgeCache() {
  const storedAt = new Map<string, number>();
  return (path: string, kind: "asset" | "page", { edgeStores }: Settings["caching"]): Record<string, string> => {
    if (kind === "page" && edgeStores !== "everything") return {};
    if (edgeStores === "nothing") return { "cf-cache-status": "BYPASS" };
    const at = storedAt.get(path);
    storedAt.set(path, at ?? Date.now());
    if (at === undefined) return { "cf-cache-status": "MISS" };
    return { "cf-cache-status": "HIT", age: String(Math.ceil((Date.now() - at) / 1_000)) };
  };
}
