import type { Reference } from "./types.ts";

export function rfc(number: number, title: string): Reference {
  return { label: `RFC ${number}: ${title}`, url: `https://www.rfc-editor.org/rfc/rfc${number}` };
}

export function cwe(number: number, title: string): Reference {
  return { label: `CWE-${number}: ${title}`, url: `https://cwe.mitre.org/data/definitions/${number}.html` };
}

const OWASP_API_RISKS = {
  1: ["a1-broken-object-level-authorization", "Broken Object Level Authorization"],
  2: ["a2-broken-authentication", "Broken Authentication"],
  3: ["a3-broken-object-property-level-authorization", "Broken Object Property Level Authorization"],
  4: ["a4-unrestricted-resource-consumption", "Unrestricted Resource Consumption"],
  5: ["a5-broken-function-level-authorization", "Broken Function Level Authorization"],
  8: ["a8-security-misconfiguration", "Security Misconfiguration"],
  9: ["a9-improper-inventory-management", "Improper Inventory Management"],
  10: ["aa-unsafe-consumption-of-apis", "Unsafe Consumption of APIs"],
} as const;

/** A risk of the OWASP API Security Top 10, 2023 edition. */
export function owaspApi(rank: keyof typeof OWASP_API_RISKS): Reference {
  const [page, title] = OWASP_API_RISKS[rank];
  return {
    label: `OWASP API${rank}:2023 ${title}`,
    url: `https://owasp.org/API-Security/editions/2023/en/0x${page}/`,
  };
}

const ASVS_CHAPTERS = {
  2: ["0x11-V2-Validation-and-Business-Logic", "Validation and Business Logic"],
  3: ["0x12-V3-Web-Frontend-Security", "Web Frontend Security"],
  4: ["0x13-V4-API-and-Web-Service", "API and Web Service"],
  6: ["0x15-V6-Authentication", "Authentication"],
  7: ["0x16-V7-Session-Management", "Session Management"],
  8: ["0x17-V8-Authorization", "Authorization"],
  9: ["0x18-V9-Self-contained-Tokens", "Self-contained Tokens"],
  12: ["0x21-V12-Secure-Communication", "Secure Communication"],
  13: ["0x22-V13-Configuration", "Configuration"],
  14: ["0x23-V14-Data-Protection", "Data Protection"],
  15: ["0x24-V15-Secure-Coding-and-Architecture", "Secure Coding and Architecture"],
  16: ["0x25-V16-Security-Logging-and-Error-Handling", "Security Logging and Error Handling"],
} as const;

/** A chapter of the OWASP Application Security Verification Standard 5.0. */
export function asvs(chapter: keyof typeof ASVS_CHAPTERS): Reference {
  const [page, title] = ASVS_CHAPTERS[chapter];
  return {
    label: `ASVS 5.0 V${chapter} ${title}`,
    url: `https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/${page}.md`,
  };
}

export const mdn = (label: string, path: string): Reference => ({
  label: `MDN: ${label}`,
  url: `https://developer.mozilla.org/en-US/docs/Web/${path}`,
});
