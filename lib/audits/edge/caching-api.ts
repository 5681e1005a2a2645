import { defineAnswerRule } from "./caching-answers.ts";

export const cachingApi = defineAnswerRule({
  id: "edge/caching-api",
  profile: "api",
  judges: () => true,
});
