/** The made-up company behind the chatbot. */
export const TICKETS = [
  { id: 1041, title: "VPN drops every hour", state: "open", assignee: "Sam Staff" },
  { id: 1042, title: "New laptop for Lena", state: "waiting", assignee: "Sam Staff" },
  { id: 1043, title: "Printer on floor 2 offline", state: "closed", assignee: "Ada Admin" },
] as const;

export const PAYROLL = [
  { person: "Sam Staff", month: "2026-10", grossEur: 4100 },
  { person: "Lena Lorenz", month: "2026-10", grossEur: 3900 },
] as const;
