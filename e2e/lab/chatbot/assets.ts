import { createHash } from "node:crypto";

const SCRIPT = `const form = document.querySelector("#chat");
form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const log = document.querySelector("#log");
  const field = form.elements.namedItem("message");
  const say = (who, text) => {
    const line = document.createElement("li");
    line.textContent = who + ": " + text;
    log.append(line);
  };
  say("You", field.value);
  const answer = await fetch("/api/chat", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ message: field.value }),
  });
  const body = await answer.json();
  say("Copilot", body.reply ?? body.error);
  field.value = "";
});
`;
const STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
label { display: block; margin-block: .5rem; }
input, button { font: inherit; padding: .4rem .6rem; }
`;
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="#2a6"/></svg>`;

export type Asset = { path: string; contentType: string; body: string };

function asset(extension: string, contentType: string, body: string): Asset {
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
  return { path: `/assets/app.${hash}.${extension}`, contentType, body };
}

export const SCRIPT_ASSET = asset("js", "text/javascript; charset=utf-8", SCRIPT);
export const STYLE_ASSET = asset("css", "text/css; charset=utf-8", STYLE);
export const ICON_ASSET: Asset = { path: "/favicon.ico", contentType: "image/svg+xml", body: ICON };
