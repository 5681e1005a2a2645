import { z } from "zod";
import { getBoard } from "#db/queries/get-board.ts";
import { getDeliverable } from "#db/queries/get-deliverable.ts";
import { deliverableMarkdown } from "#lib/roadmap/deliverable-markdown.ts";
import { operation } from "../operation.ts";
import { listOf, projectParams } from "../schemas/common.ts";
import { deliverable, deliverableDetail } from "../schemas/deliverable.ts";

export const deliverableOperations = [
  operation({
    id: "listDeliverables",
    method: "GET",
    path: "/projects/{project}/deliverables",
    tag: "Deliverables",
    summary: "The thirteen deliverables: whether each is complete, and what it lacks",
    access: "project.read",
    params: projectParams,
    status: 200,
    response: listOf(deliverable),
    handle: async ({ ctx, params }) => {
      const { stages } = await getBoard(ctx, params.project);
      return { items: stages.flatMap((stage) => stage.deliverables) };
    },
  }),
  operation({
    id: "getDeliverable",
    method: "GET",
    path: "/projects/{project}/deliverables/{deliverable}",
    tag: "Deliverables",
    summary: "One deliverable from the data of this moment, with the evidence of each claim; also as Markdown",
    access: "project.read",
    params: projectParams.extend({ deliverable: z.string() }),
    status: 200,
    response: deliverableDetail,
    handle: async ({ ctx, params }) => {
      const detail = await getDeliverable(ctx, params.project, params.deliverable);
      return { ...detail, markdown: deliverableMarkdown(detail) };
    },
  }),
];
