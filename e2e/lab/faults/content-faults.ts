import { securityTxt } from "../settings.ts";
import { CACHING_FAULTS } from "./caching-faults.ts";
import type { Fault } from "./fault.ts";
import { MIXED_FAULTS } from "./mixed-faults.ts";

export const CONTENT_FAULTS = [
  ...MIXED_FAULTS,
  ...CACHING_FAULTS,
  {
    name: "security-txt-missing",
    title: "No security.txt",
    how: "/.well-known/security.txt answers 404.",
    rules: ["edge/security-txt"],
    apply(settings) {
      settings.securityTxt = { status: 404, contentType: "text/plain; charset=utf-8", text: "Not found.\n" };
    },
  },
  {
    name: "security-txt-expired",
    title: "Expired security.txt",
    how: "The Expires line of security.txt lies in the past.",
    rules: ["edge/security-txt"],
    apply(settings) {
      settings.securityTxt = { ...settings.securityTxt, text: securityTxt(settings.site, -30) };
    },
  },
  {
    name: "security-txt-no-contact",
    title: "security.txt without a contact",
    how: "security.txt names nobody to write to.",
    rules: ["edge/security-txt"],
    apply(settings) {
      const { text } = settings.securityTxt;
      settings.securityTxt = { ...settings.securityTxt, text: text.replace(/^Contact:.*\n/m, "") };
    },
  },
  {
    name: "security-txt-html",
    title: "A web page in place of security.txt",
    how: "The address of security.txt answers 200 with the product's start page, as many single-page apps do.",
    rules: ["edge/security-txt"],
    apply(settings) {
      const text = "<!doctype html><title>Ops Copilot</title><h1>Ops Copilot</h1>\n";
      settings.securityTxt = { status: 200, contentType: "text/html; charset=utf-8", text };
    },
  },
] as const satisfies readonly Fault[];
