import { expect, it } from "vitest";
import { GATE_STATES } from "#lib/roadmap/gate.ts";
import { board } from "./project.ts";

it("answers a board whatever state its gate items are in", () => {
  const { state } = board.shape.gate.shape.items.element.shape;
  for (const known of GATE_STATES) expect(state.safeParse(known).success, known).toBe(true);
});
