import { mixedContent } from "./mixed-content.ts";

export const CONTENT_RULES = [mixedContent] as const;
