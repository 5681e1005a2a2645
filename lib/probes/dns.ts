import type { DnsQuestion } from "#lib/audits/observation.ts";
import type { Probe, ProbeContext } from "./probe.ts";
import { registeredDomain } from "./registered-domain.ts";
import { withholdPrivate } from "./withhold.ts";

export const probeDns: Probe<"dns"> = async (context) => {
  const { target, egress } = context;
  const ask = (name: string, type: Parameters<typeof egress.resolver.ask>[1]) =>
    egress.resolver.ask(name, type, egress.signal);
  const cname = ask(target.host, "CNAME");
  const [a, aaaa, alias, ns, caa, cnameTarget] = await Promise.all([
    ask(target.host, "A"),
    ask(target.host, "AAAA"),
    cname,
    ask(registeredDomain(target.host), "NS"),
    Promise.all(climb(target.host).map((name) => ask(name, "CAA"))),
    cname.then((question) => askTarget(question, context)),
  ]);
  const withhold = (question: DnsQuestion) => withholdPrivate(question, context);
  return {
    a: withhold(a),
    aaaa: withhold(aaaa),
    cname: alias,
    ns,
    caa: untilFound(caa),
    cnameTarget: cnameTarget && withhold(cnameTarget),
  };
};

/** The name and each of its parents, without the root. */
function climb(name: string): string[] {
  const labels = name.split(".");
  return labels.map((_, index) => labels.slice(index).join("."));
}

function untilFound(questions: DnsQuestion[]): DnsQuestion[] {
  const found = questions.findIndex(({ answers }) => answers.some((answer) => answer.status === "ok"));
  return found === -1 ? questions : questions.slice(0, found + 1);
}

async function askTarget(cname: DnsQuestion, { egress }: ProbeContext): Promise<DnsQuestion | null> {
  const target = cname.answers.flatMap((answer) => answer.records)[0];
  if (target === undefined) return null;
  const a = await egress.resolver.ask(target, "A", egress.signal);
  const hasOnlyOther = a.answers.every((answer) => answer.status === "nodata");
  return hasOnlyOther ? egress.resolver.ask(target, "AAAA", egress.signal) : a;
}
