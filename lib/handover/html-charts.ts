import { type Markup, markup } from "./markup.ts";
import type { PackView } from "./pack-view.ts";

const [WIDTH, HEIGHT] = [600, 160];

export function readinessFigure(chart: NonNullable<PackView["chart"]>): Markup {
  const points = chart.line.map(([x, y]) => `${Math.round(x * WIDTH)},${Math.round(y * HEIGHT)}`).join(" ");
  const [, lastY] = chart.line.at(-1) ?? [1, 0];
  const grid = [0, 0.5, 1].map((y) => {
    const at = String(y * HEIGHT);
    return markup`<line class="grid" x1="0" x2="${String(WIDTH)}" y1="${at}" y2="${at}"/>`;
  });
  return markup`<figure><svg class="chart" viewBox="-4 -8 ${String(WIDTH + 56)} ${String(HEIGHT + 34)}" role="img" aria-label="${chart.alt}">${grid}<polyline points="${points}"/><circle cx="${String(WIDTH)}" cy="${String(Math.round(lastY * HEIGHT))}" r="4"/><text class="now" x="${String(WIDTH + 10)}" y="${String(Math.round(lastY * HEIGHT) + 5)}">${chart.last}</text><text x="0" y="${String(HEIGHT + 20)}">${chart.from}</text><text x="${String(WIDTH)}" y="${String(HEIGHT + 20)}" text-anchor="end">${chart.to}</text></svg></figure>`;
}

export function verdictFigure(chart: NonNullable<PackView["verdicts"]>): Markup {
  const bars = chart.bars.map(({ stage, parts, text }) => {
    let from = 0;
    const rects = parts.map(({ tone, share }) => {
      const x = from;
      from += share * 100;
      return markup`<rect class="${tone}" x="${x.toFixed(2)}" y="0" width="${(share * 100).toFixed(2)}" height="8"/>`;
    });
    return markup`<li><span>${stage}</span><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="none" x="0" y="0" width="100" height="8"/>${rects}</svg><span class="faint">${text}</span></li>`;
  });
  return markup`<ul class="bars">${bars}</ul>`;
}

export function matrixFigure(matrix: NonNullable<PackView["matrix"]>): Markup {
  const side = 46;
  const cells = matrix.rows.flatMap((row, y) => [
    markup`<text x="14" y="${String(y * side + 28)}" text-anchor="middle">${row.likelihood}</text>`,
    ...row.cells.map(
      ({ count, tone }, x) =>
        markup`<rect class="cell ${tone}" x="${String(28 + x * side)}" y="${String(y * side)}" width="42" height="42" rx="4"/><text class="count ${tone}" x="${String(49 + x * side)}" y="${String(y * side + 27)}" text-anchor="middle">${count}</text>`,
    ),
  ]);
  const foot = matrix.impacts.map(
    (impact, x) => markup`<text x="${String(49 + x * side)}" y="246" text-anchor="middle">${impact}</text>`,
  );
  return markup`<figure><svg class="matrix" viewBox="0 -2 262 270" role="img" aria-label="${matrix.alt}">${cells}${foot}<text x="143" y="264" text-anchor="middle">Impact; likelihood upwards</text></svg></figure>`;
}
