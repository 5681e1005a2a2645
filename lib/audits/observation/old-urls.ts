import { z } from "zod";
import { redirectChain } from "./common.ts";

export const oldUrls = z.object({
  /** In the order of the list; `from` and `to` as they stand there. */
  items: z.array(z.object({ from: z.string(), to: z.string(), chain: redirectChain })),
});
