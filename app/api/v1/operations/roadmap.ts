import { z } from "zod";
import { roadmapDocument } from "#lib/roadmap/catalogue.ts";
import { operation } from "../operation.ts";

const document = z.object({
  stages: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string(),
      goal: z.string(),
      checks: z.array(z.looseObject({ id: z.string(), title: z.string() })),
      deliverables: z.array(z.looseObject({ id: z.string(), title: z.string() })),
      signals: z.array(z.looseObject({ id: z.string(), title: z.string() })),
    }),
  ),
  gate: z.array(z.looseObject({ id: z.string(), title: z.string() })),
  automations: z.array(z.looseObject({ id: z.string(), title: z.string() })),
  guards: z.array(z.looseObject({ id: z.string(), title: z.string() })),
});

export const roadmapOperations = [
  operation({
    id: "getRoadmap",
    method: "GET",
    path: "/roadmap",
    tag: "Roadmap",
    summary: "The catalogue: seven stages with their checks, the gate, the automations and what not to overbuild",
    access: "public",
    status: 200,
    response: document,
    handle: () => Promise.resolve(roadmapDocument()),
  }),
];
