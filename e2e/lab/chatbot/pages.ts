import type { Account } from "./accounts.ts";
import { SCRIPT_ASSET, STYLE_ASSET } from "./assets.ts";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");

function layout(options: { title: string; body: string; nonce: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(options.title)} – Ops Copilot</title>
<link rel="icon" href="/favicon.ico">
<link rel="stylesheet" href="${STYLE_ASSET.path}">
<script src="${SCRIPT_ASSET.path}" nonce="${options.nonce}" defer></script>
</head>
<body>
${options.body}
</body>
</html>
`;
}

export const homePage = (account: Account | null, extraMarkup: string, nonce: string) =>
  layout({
    title: "Home",
    nonce,
    body: `<main>
<h1>Ops Copilot</h1>
<p>The assistant of the internal operations team: tickets, laptops, payroll.</p>
${account ? `<p>Signed in as ${escapeHtml(account.name)} (${account.role}). <a href="/chat">Open the chat</a></p>` : `<p><a href="/login">Sign in</a></p>`}
</main>
${extraMarkup.replaceAll("{nonce}", nonce)}`,
  });

export const loginPage = (error: string | null, nonce: string) =>
  layout({
    title: "Sign in",
    nonce,
    body: `<main>
<h1>Sign in</h1>
${error ? `<p role="alert">${escapeHtml(error)}</p>` : ""}
<form method="post" action="/login">
<label>E-mail <input name="email" type="email" autocomplete="username" required></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button>Sign in</button>
</form>
</main>`,
  });

export const chatPage = (account: Account, nonce: string) =>
  layout({
    title: "Chat",
    nonce,
    body: `<main>
<h1>Chat</h1>
<p>Signed in as ${escapeHtml(account.name)} (${account.role}).</p>
<ol id="log" aria-live="polite"></ol>
<form id="chat">
<label>Message <input name="message" autocomplete="off" maxlength="2000" required></label>
<button>Send</button>
</form>
<form method="post" action="/logout"><button>Sign out</button></form>
</main>`,
  });
