import { defineAnswerRule } from "./caching-answers.ts";

export const cachingHtml = defineAnswerRule({
  id: "edge/caching-html",
  profile: "page",
  judges: ({ isDocument }) => isDocument,
});
