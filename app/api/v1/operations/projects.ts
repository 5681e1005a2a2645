import { getBoard } from "#db/queries/get-board.ts";
import { listProjects } from "#db/queries/list-projects.ts";
import { archiveProject } from "#lib/projects/archive-project.ts";
import { createProject, createProjectInput } from "#lib/projects/create-project.ts";
import { updateProject, updateProjectInput } from "#lib/projects/update-project.ts";
import { operation } from "../operation.ts";
import { listOf, projectParams } from "../schemas/common.ts";
import { board, projectCard } from "../schemas/project.ts";

export const projectOperations = [
  operation({
    id: "listProjects",
    method: "GET",
    path: "/projects",
    tag: "Projects",
    summary: "The projects that you are a member of, with readiness, blockers and stages",
    access: "account",
    status: 200,
    response: listOf(projectCard),
    handle: async ({ ctx }) => ({ items: await listProjects(ctx) }),
  }),
  operation({
    id: "createProject",
    method: "POST",
    path: "/projects",
    tag: "Projects",
    summary: "Create a project with the address of its product",
    access: "owner",
    body: createProjectInput,
    status: 201,
    response: board.shape.project,
    handle: async ({ ctx, body }) => (await getBoard(ctx, (await createProject({ ctx, input: body })).slug)).project,
  }),
  operation({
    id: "getProject",
    method: "GET",
    path: "/projects/{project}",
    tag: "Projects",
    summary: "The whole board: answer, blockers, gate, stages with every check, readiness, signals",
    access: "project.read",
    params: projectParams,
    status: 200,
    response: board,
    handle: ({ ctx, params }) => getBoard(ctx, params.project),
  }),
  operation({
    id: "updateProject",
    method: "PATCH",
    path: "/projects/{project}",
    tag: "Projects",
    summary: "Change name or description",
    access: "project.update",
    params: projectParams,
    body: updateProjectInput.omit({ project: true }),
    status: 200,
    response: board.shape.project,
    handle: async ({ ctx, params, body }) => {
      await updateProject({ ctx, input: { ...body, ...params } });
      return (await getBoard(ctx, params.project)).project;
    },
  }),
  operation({
    id: "archiveProject",
    method: "DELETE",
    path: "/projects/{project}",
    tag: "Projects",
    summary: "Archive the project; its data stays in the database",
    access: "project.archive",
    params: projectParams,
    status: 204,
    response: null,
    handle: ({ ctx, params }) => archiveProject({ ctx, input: params }),
  }),
];
