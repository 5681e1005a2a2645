export { exposureOf, followedExposure } from "#lib/roadmap/exposure.ts";
