import { afterAll, describe, expect, it, vi } from "vitest";
import { notifyRun } from "#lib/ledger/notify-run.ts";
import { uuidv7 } from "#lib/uuid.ts";
import { connection } from "../client.ts";
import { testDb } from "../testing/test-db.ts";
import { subscribeRun } from "./run-events.ts";

const { db, url } = await testDb();
vi.stubEnv("DATABASE_URL", url);
afterAll(() => connection().close());

describe("subscribeRun", () => {
  it("calls back for its run once the change is committed, not for others, and not after its end", async () => {
    const [mine, other] = [uuidv7(), uuidv7()];
    const seen = vi.fn();
    const echo = vi.fn();
    const unsubscribe = await subscribeRun(mine, seen);
    const unsubscribeEcho = await subscribeRun(other, echo);
    seen.mockClear();
    echo.mockClear();
    await db.transaction(async (tx) => {
      await notifyRun(tx, mine);
      await notifyRun(tx, other);
    });
    await vi.waitFor(() => expect(echo).toHaveBeenCalledTimes(1));
    expect(seen).toHaveBeenCalledTimes(1);
    await unsubscribe();
    await notifyRun(db, mine);
    await notifyRun(db, other);
    await vi.waitFor(() => expect(echo).toHaveBeenCalledTimes(2));
    expect(seen).toHaveBeenCalledTimes(1);
    await unsubscribeEcho();
  });
});
