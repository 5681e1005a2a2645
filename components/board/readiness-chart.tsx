"use client";

import { useState } from "react";
import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { Button } from "#components/ui/button.tsx";
import type { DeploymentView, ReadinessPointView } from "#db/queries/views.ts";
import { day } from "#lib/handover/view-words.ts";
import { ReadinessTable } from "./readiness-table.tsx";
import { ReadinessTip } from "./readiness-tip.tsx";

type Props = { points: readonly ReadinessPointView[]; deployments: readonly DeploymentView[] };

const TICK = { fill: "var(--ink-3)", fontSize: 11 };
const shortDay = (at: number) => day(new Date(at).toISOString()).replace(/ \d{4}$/, "");

/** Readiness over time; a dot is an audit, a dashed line a deployment. The same numbers are there as a table. */
export function ReadinessChart({ points, deployments }: Props) {
  const [isTable, setTable] = useState(false);
  const data = points.map((point) => ({ ...point, time: Date.parse(point.at) }));
  return (
    <div>
      {isTable ? (
        <ReadinessTable points={points} deployments={deployments} />
      ) : (
        <figure className="h-32" aria-label="Readiness over time">
          <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 400, height: 128 }}>
            <LineChart data={data} accessibilityLayer margin={{ top: 8, right: 10, bottom: 0, left: -28 }}>
              <CartesianGrid vertical={false} stroke="var(--line)" />
              <XAxis
                dataKey="time"
                type="number"
                scale="time"
                domain={["dataMin", "dataMax"]}
                tickFormatter={shortDay}
                tick={TICK}
                tickLine={false}
                axisLine={false}
                minTickGap={40}
              />
              <YAxis domain={[0, 100]} ticks={[0, 50, 100]} tick={TICK} tickLine={false} axisLine={false} />
              <Tooltip content={ReadinessTip} isAnimationActive={false} cursor={{ stroke: "var(--line-strong)" }} />
              {deployments.map(({ id, deployedAt, version }) => (
                <ReferenceLine
                  key={id}
                  x={Date.parse(deployedAt)}
                  stroke="var(--info)"
                  strokeDasharray="3 3"
                  label={{ value: version, position: "insideTopRight", fill: "var(--info)", fontSize: 10.5 }}
                />
              ))}
              <Line
                dataKey="score"
                name="Readiness"
                type="stepAfter"
                stroke="var(--ink)"
                strokeWidth={1.5}
                dot={RunDot}
                activeDot={{ r: 4, fill: "var(--ink)", stroke: "var(--bg)" }}
                isAnimationActive={false}
              />
            </LineChart>
          </ResponsiveContainer>
        </figure>
      )}
      <div className="mt-1 flex items-center gap-3 text-2xs text-ink-3">
        {!isTable && <span>A dot is an audit{deployments.length > 0 && ", a dashed line a deployment"}.</span>}
        <Button variant="quiet" size="sm" className="ml-auto" onClick={() => setTable(!isTable)}>
          {isTable ? "Show as chart" : "Show as table"}
        </Button>
      </div>
    </div>
  );
}

type DotProps = { cx?: number; cy?: number; payload?: ReadinessPointView };

function RunDot({ cx, cy, payload }: DotProps) {
  if (cx === undefined || cy === undefined || !payload || payload.runNumber === null) return <g />;
  return <circle cx={cx} cy={cy} r={2.8} fill="var(--ink)" stroke="var(--bg)" />;
}
