import { MonoBlock } from "#components/ui/mono-block.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import {
  type AssumptionName,
  type CostEstimate,
  type CostQuery,
  DAYS_PER_MONTH,
  type Range,
} from "#lib/roadmap/tools/cost.ts";
import { ASSUMPTION_WORDS, isExample } from "./cost-words.ts";
import { about, plain, rangeInWords } from "./money.ts";

type Props = { asked: CostQuery; estimate: CostEstimate };

export function CostAnswer({ asked, estimate }: Props) {
  const { currency, months } = asked;
  const rows: { label: string; range: Range; unit: string }[] = [
    { label: "Hours of work", range: estimate.hours, unit: "h" },
    { label: "Work", range: estimate.work, unit: currency },
    { label: "AI, a month", range: estimate.ai, unit: currency },
    { label: "AI, hosting and monitoring, a month", range: estimate.running, unit: currency },
    {
      label: `All until the launch, ${monthsInWords(months)} of running it`,
      range: estimate.total,
      unit: currency,
    },
  ];
  return (
    <section aria-labelledby="answer">
      <h2 id="answer" className="text-xl">
        About {rangeInWords(estimate.total, (amount) => `${currency} ${amount}`)}
      </h2>
      <p className="mt-1 mb-3 text-ink-2">
        A guess from the numbers on this page, rounded to two digits, and no more exact than they are.
      </p>
      <Table caption="The estimate" isWide>
        <thead>
          <tr>
            <Th>What</Th>
            <Th>If it goes well</Th>
            <Th>Expected</Th>
            <Th>If it does not</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, range, unit }) => (
            <tr key={label}>
              <Td>{label}</Td>
              {[range.low, range.expected, range.high].map((value, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is the column
                <Td key={place} className="whitespace-nowrap tabular-nums">
                  {about(value)} {unit}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

export function CostStages({ stages }: Pick<CostEstimate, "stages">) {
  return (
    <Section title="By stage" note="The sprint's hours for a stage, by the share of its weight that is open.">
      <Table caption="Hours by stage" isWide>
        <thead>
          <tr>
            <Th>Stage</Th>
            <Th>Open weight</Th>
            <Th>Planned hours</Th>
            <Th>Expected hours</Th>
          </tr>
        </thead>
        <tbody>
          {stages.map(({ stage, title, open, points, planned, hours }) => (
            <tr key={stage}>
              <Td>{title}</Td>
              <Td>
                {open} of {points}
              </Td>
              <Td>{plain(planned)}</Td>
              <Td>{about(hours.expected)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

/** The same numbers as one would write them down, so that anybody can check the sum. */
export function CostFormula({ asked, estimate }: Props) {
  const perRequest = `(${plain(asked.tokensIn)} × ${plain(asked.priceIn)} + ${plain(asked.tokensOut)} × ${plain(asked.priceOut)}) ÷ 1,000,000`;
  const lines = [
    `hours = planned hours × open weight ÷ weight, by stage, × pace ${plain(asked.pace)} = ${plain(hundredths(estimate.hours.expected))}`,
    `work = hours × rate = ${plain(hundredths(estimate.hours.expected))} × ${plain(asked.rate)} = ${plain(hundredths(estimate.work.expected))}`,
    `AI a month = ${plain(asked.requestsPerDay)} × ${DAYS_PER_MONTH} days × ${perRequest} = ${plain(hundredths(estimate.ai.expected))}`,
    `running = AI + hosting + monitoring = ${plain(hundredths(estimate.ai.expected))} + ${plain(asked.hosting)} + ${plain(asked.monitoring)} = ${plain(hundredths(estimate.running.expected))}`,
    `all = work + months × running = ${plain(hundredths(estimate.work.expected))} + ${plain(asked.months)} × ${plain(hundredths(estimate.running.expected))} = ${plain(hundredths(estimate.total.expected))}`,
    `well: hours and AI × ${plain(asked.low)}; not well: hours and AI × ${plain(asked.high)}`,
  ];
  return (
    <Section title="The formula" note="For the expected column, before rounding.">
      <MonoBlock copy={lines.join("\n")}>{lines.join("\n")}</MonoBlock>
    </Section>
  );
}

export function CostAssumptions({ asked }: Pick<Props, "asked">) {
  return (
    <Section title="The assumptions">
      <ul className="grid gap-1 text-sm">
        {(Object.keys(ASSUMPTION_WORDS) as AssumptionName[]).map((name) => (
          <li key={name}>
            {ASSUMPTION_WORDS[name].label}: {plain(asked[name])} {ASSUMPTION_WORDS[name].unit}
            {isExample(name, asked[name]) && <span className="text-ink-3">, an example</span>}
          </li>
        ))}
        <li>Hosting and monitoring are what you say that they are; neither grows with use here.</li>
        <li>Nothing is counted for taxes, for building features, or for what goes wrong after the launch.</li>
      </ul>
    </Section>
  );
}

const monthsInWords = (months: number) => `${plain(months)} ${months === 1 ? "month" : "months"}`;
const hundredths = (value: number) => Math.round(value * 100) / 100;
