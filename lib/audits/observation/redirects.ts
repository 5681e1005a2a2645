import { z } from "zod";
import { redirectChain } from "./common.ts";

export const redirects = z.object({ chains: z.array(redirectChain) });
