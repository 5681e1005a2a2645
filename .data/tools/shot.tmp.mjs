import { chromium } from "@playwright/test";
import { readFileSync } from "node:fs";
const [base, data, role, out, ...pages] = process.argv.slice(2);
const person = JSON.parse(readFileSync(`${data}/demo.json`,"utf8")).people.find(p=>p.role===role);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu","--disable-background-networking"] });
for (const [w,h,scheme] of JSON.parse(process.env.VIEWS ?? '[[1440,900,"light"]]')) {
  const ctx = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: scheme, baseURL: base });
  const csrf = await (await ctx.request.get("/api/auth/csrf")).json();
  const r = await ctx.request.post("/api/auth/callback/credentials", { form: { csrfToken: csrf.csrfToken, email: person.email, password: person.password, json: "true" } });
  if (!r.ok()) console.log("login", r.status(), await r.text());
  const page = await ctx.newPage();
  page.on("console", m => m.type()==="error" && console.log("console:", m.text().slice(0,300)));
  page.on("pageerror", e => console.log("pageerror:", String(e).slice(0,300)));
  for (const p of pages) {
    const res = await page.goto(p, { waitUntil: "load" });
    await page.waitForTimeout(800);
    const name = `${out}/${p.replace(/\W+/g,"_")}-${w}-${scheme}.png`;
    await page.screenshot({ path: name, fullPage: process.env.FULL !== "0" });
    console.log(res.status(), name, await page.title());
  }
  await ctx.close();
}
await browser.close();
