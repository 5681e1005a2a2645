import { ChevronRight } from "lucide-react";
import type { z } from "zod";
import { accessInWords } from "#app/api/v1/openapi.ts";
import type { AnyOperation } from "#app/api/v1/operation.ts";
import { Chip } from "#components/ui/chip.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { MonoBlock } from "#components/ui/mono-block.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { curlExample } from "./curl-example.ts";
import { EXAMPLE_BODIES } from "./example-bodies.ts";
import { jsonSchema, type Parameter, parametersOf } from "./parameters.ts";

export function OperationSection({ operation, baseUrl }: { operation: AnyOperation; baseUrl: string }) {
  const { id, method, path, summary, access, body, status, response, produces } = operation;
  const parameters = parametersOf(operation);
  const command = curlExample(operation, baseUrl, EXAMPLE_BODIES[id]);
  const answer = response ? "JSON" : status === 204 ? "nothing" : (produces ?? "a file");
  return (
    <article id={id} aria-labelledby={`${id}-title`} className="flex flex-col gap-3 border-line border-t py-5">
      <div>
        <h3 id={`${id}-title`} className="text-base">
          <a href={`#${id}`} className="hover:underline">
            {summary}
          </a>
        </h3>
        <p className="mt-1 flex flex-wrap items-center gap-2">
          <Chip>{method}</Chip>
          <code className="min-w-0 font-mono text-xs [overflow-wrap:anywhere]">/api/v1{path}</code>
        </p>
      </div>
      <Facts
        facts={[
          { label: "May be called by", value: accessInWords(access) },
          { label: "Answers", value: `${status}, ${answer}` },
        ]}
      />
      {parameters.length > 0 && <ParameterTable parameters={parameters} of={summary} />}
      {body && <Schema title="Body" schema={body} io="input" />}
      {response && <Schema title="Answer" schema={response} io="output" />}
      <MonoBlock copy={command}>{command}</MonoBlock>
    </article>
  );
}

function ParameterTable({ parameters, of }: { parameters: readonly Parameter[]; of: string }) {
  return (
    <Table caption={`Parameters: ${of}`}>
      <thead>
        <tr>
          <Th>Parameter</Th>
          <Th>In</Th>
          <Th>Type</Th>
        </tr>
      </thead>
      <tbody>
        {parameters.map(({ name, place, isRequired, type }) => (
          <tr key={name}>
            <Td className="font-mono text-xs">{name}</Td>
            <Td className="whitespace-nowrap text-ink-2">{isRequired ? place : `${place}, optional`}</Td>
            <Td className="min-w-40 font-mono text-ink-2 text-xs [overflow-wrap:anywhere]">{type}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Schema({ title, schema, io }: { title: string; schema: z.ZodType; io: "input" | "output" }) {
  const text = JSON.stringify(jsonSchema(schema, io), null, 2);
  return (
    <details className="group">
      <summary className="inline-flex min-h-6.5 items-center gap-1 font-medium text-sm pointer-coarse:min-h-11">
        <ChevronRight size={14} aria-hidden className="transition-transform duration-100 group-open:rotate-90" />
        {title}, as JSON Schema
      </summary>
      <MonoBlock className="mt-1.5">{text}</MonoBlock>
    </details>
  );
}
