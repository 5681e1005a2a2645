import type { Settings } from "../settings.ts";
import type { Fault } from "./fault.ts";

function setDirective(settings: Settings, name: string, sources: string): void {
  if (settings.csp) settings.csp.directives[name] = sources;
}

export const HEADER_FAULTS = [
  {
    name: "hsts-missing",
    title: "No HSTS",
    how: "No Strict-Transport-Security header is sent.",
    rules: ["edge/hsts"],
    apply(settings) {
      delete settings.headers["strict-transport-security"];
    },
  },
  {
    name: "hsts-short",
    title: "HSTS for five minutes",
    how: "The HSTS max-age is 300 seconds.",
    rules: ["edge/hsts"],
    apply(settings) {
      settings.headers["strict-transport-security"] = "max-age=300";
    },
  },
  {
    name: "hsts-switched-off",
    title: "HSTS switched off",
    how: "HSTS is sent with max-age=0, which tells browsers to forget it.",
    rules: ["edge/hsts"],
    apply(settings) {
      settings.headers["strict-transport-security"] = "max-age=0";
    },
  },
  {
    name: "hsts-malformed",
    title: "HSTS that browsers cannot read",
    how: "The HSTS header has no max-age, so browsers ignore it.",
    rules: ["edge/hsts"],
    apply(settings) {
      settings.headers["strict-transport-security"] = "includeSubDomains; preload";
    },
  },
  {
    name: "hsts-over-http-only",
    title: "HSTS only over http",
    how: "HSTS is sent over http, where browsers ignore it, and not over https.",
    rules: ["edge/hsts"],
    apply(settings) {
      delete settings.headers["strict-transport-security"];
      settings.plainHeaders["strict-transport-security"] = "max-age=31536000";
    },
  },
  {
    name: "csp-missing",
    title: "No Content-Security-Policy",
    how: "No Content-Security-Policy is sent; framing is still refused by X-Frame-Options.",
    rules: ["edge/csp"],
    apply(settings) {
      settings.csp = null;
    },
  },
  {
    name: "csp-unsafe-inline",
    title: "CSP allows inline scripts",
    how: "The policy's script-src allows 'unsafe-inline'.",
    rules: ["edge/csp"],
    apply: (settings) => setDirective(settings, "script-src", "'self' 'unsafe-inline'"),
  },
  {
    name: "csp-unsafe-eval",
    title: "CSP allows eval",
    how: "The policy's script-src allows 'unsafe-eval'.",
    rules: ["edge/csp"],
    apply: (settings) => setDirective(settings, "script-src", "'nonce' 'unsafe-eval'"),
  },
  {
    name: "csp-any-script",
    title: "CSP allows scripts from anywhere",
    how: "The policy's script-src is https:, which is every site there is.",
    rules: ["edge/csp"],
    apply: (settings) => setDirective(settings, "script-src", "https:"),
  },
  {
    name: "csp-report-only",
    title: "CSP only reports",
    how: "The policy is sent as Content-Security-Policy-Report-Only, which blocks nothing.",
    rules: ["edge/csp"],
    apply(settings) {
      if (settings.csp) settings.csp.header = "content-security-policy-report-only";
    },
  },
  {
    name: "framing-missing",
    title: "Any site may frame the product",
    how: "Neither frame-ancestors nor X-Frame-Options is sent.",
    rules: ["edge/framing"],
    apply(settings) {
      delete settings.headers["x-frame-options"];
      delete settings.csp?.directives["frame-ancestors"];
    },
  },
  {
    name: "framing-any",
    title: "Framing allowed for everyone",
    how: "frame-ancestors is *, which also overrides the X-Frame-Options beside it.",
    rules: ["edge/framing"],
    apply: (settings) => setDirective(settings, "frame-ancestors", "*"),
  },
  {
    name: "nosniff-missing",
    title: "Types may be guessed",
    how: "X-Content-Type-Options: nosniff is not sent.",
    rules: ["edge/nosniff"],
    apply(settings) {
      delete settings.headers["x-content-type-options"];
    },
  },
  {
    name: "nosniff-misspelt",
    title: "nosniff misspelt",
    how: "X-Content-Type-Options is sent as no-sniff, which browsers ignore.",
    rules: ["edge/nosniff"],
    apply(settings) {
      settings.headers["x-content-type-options"] = "no-sniff";
    },
  },
  {
    name: "referrer-missing",
    title: "No referrer policy",
    how: "No Referrer-Policy is sent.",
    rules: ["edge/referrer-policy"],
    apply(settings) {
      delete settings.headers["referrer-policy"];
    },
  },
  {
    name: "referrer-unsafe-url",
    title: "Full addresses leak",
    how: "Referrer-Policy: unsafe-url sends whole addresses to every other site.",
    rules: ["edge/referrer-policy"],
    apply(settings) {
      settings.headers["referrer-policy"] = "unsafe-url";
    },
  },
  {
    name: "server-banner",
    title: "Server tells its version",
    how: "The Server header names the product and its exact version.",
    rules: ["edge/server-banner"],
    apply(settings) {
      settings.headers.server = "nginx/1.18.0 (Ubuntu)";
    },
  },
  {
    name: "powered-by-banner",
    title: "Framework tells its version",
    how: "X-Powered-By names the framework and its version.",
    rules: ["edge/server-banner"],
    apply(settings) {
      settings.headers["x-powered-by"] = "PHP/7.4.3";
    },
  },
] as const satisfies readonly Fault[];
