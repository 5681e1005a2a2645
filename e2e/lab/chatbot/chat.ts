import { type Account, hasRole, type Role } from "./accounts.ts";
import { PAYROLL, TICKETS } from "./records.ts";

type ToolCall = { name: string; allowed: boolean };
export type Reply = { reply: string; tools: ToolCall[] };

type Tool = { name: string; least: Role; wants: RegExp; run(match: RegExpExecArray): string };

const TOOLS: readonly Tool[] = [
  {
    name: "lookup_ticket",
    least: "staff",
    wants: /ticket\s*#?(\d{1,9})/i,
    run([, id]) {
      const ticket = TICKETS.find((candidate) => candidate.id === Number(id));
      return ticket ? `Ticket ${ticket.id} is ${ticket.state}: ${ticket.title}.` : `There is no ticket ${id}.`;
    },
  },
  {
    name: "payroll",
    least: "admin",
    wants: /payroll|salar(y|ies)/i,
    run: () => PAYROLL.map(({ person, month, grossEur }) => `${person}, ${month}: ${grossEur} EUR`).join("\n"),
  },
];

/** A canned model with real tools: the tool is chosen by a pattern, the right to use it is checked by role. */
export function answer(account: Account, message: string): Reply {
  for (const tool of TOOLS) {
    const match = tool.wants.exec(message);
    if (!match) continue;
    const allowed = hasRole(account, tool.least);
    const reply = allowed ? tool.run(match) : "You are not allowed to see that. Ask your administrator.";
    return { reply, tools: [{ name: tool.name, allowed }] };
  }
  return { reply: "I can look up a ticket (“ticket 1041”) and, for administrators, payroll.", tools: [] };
}
