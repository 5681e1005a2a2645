import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { OPERATIONS } from "#app/api/v1/operations/index.ts";
import { curlExample } from "./curl-example.ts";
import { EXAMPLE_BODIES } from "./example-bodies.ts";

const withBody = OPERATIONS.flatMap(({ id, body }) => (body ? [{ id, body }] : []));

describe("example bodies", () => {
  it.each(withBody)("$id has one that its own schema takes", ({ id, body }) => {
    expect(body.safeParse(EXAMPLE_BODIES[id]).error).toBeUndefined();
  });

  it("are there for no other operation", () => {
    expect(Object.keys(EXAMPLE_BODIES).sort()).toEqual(withBody.map(({ id }) => id).sort());
  });
});

describe("curlExample", () => {
  it("names the method only where it is not GET, and the token only where one is needed", () => {
    expect(curlExample({ method: "GET", path: "/roadmap", access: "public" }, "https://l.test")).toBe(
      'curl "https://l.test/api/v1/roadmap"',
    );
    const call = { method: "PATCH", path: "/projects/{project}/checks/{checkId}", access: "check.update" } as const;
    expect(curlExample(call, "https://l.test")).toBe(
      'curl -X PATCH "https://l.test/api/v1/projects/$PROJECT/checks/$CHECK_ID" \\\n  -H "Authorization: Bearer $LAUNCH_READY_TOKEN"',
    );
  });

  it("hands the body through a shell unchanged", () => {
    const body = { reason: 'It\'s $HOME, "quoted"; `id`' };
    const command = curlExample({ method: "POST", path: "/x", access: "account" }, "https://l.test", body);
    const said = execFileSync("sh", ["-c", `curl() { for last; do :; done; printf %s "$last"; }\n${command}`]);
    expect(JSON.parse(said.toString())).toEqual(body);
  });
});
