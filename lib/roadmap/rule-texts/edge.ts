import type { EDGE_RULES } from "#lib/audits/edge/edge-rules.ts";
import { asvs, cwe, owaspApi } from "../references.ts";
import type { TextsOf } from "./text-of.ts";

const CLOUDFLARE_ORIGIN = {
  label: "Cloudflare: protect your origin server",
  url: "https://developers.cloudflare.com/fundamentals/security/protect-your-origin-server/",
};

export const EDGE_TEXTS = {
  "edge/proven": {
    title: "An edge stands in front of the host",
    why: "A flood that meets your own server takes it down in minutes, and a chatbot pays for each question a script asks. An edge takes both on. It counts when two independent signs show it, since one can be left over or copied.",
    fix: "Send the host's traffic through the edge, not only its DNS. At Cloudflare: DNS, the record of the host, Proxy status “Proxied”. Then look again: `curl -sI https://app.example.com/ | grep -i '^cf-ray'`.",
    references: [owaspApi(4), asvs(13), cwe(770, "Allocation of Resources Without Limits or Throttling")],
    cwe: "CWE-770",
    owasp: "API4:2023",
    outcomes: {
      ok: "{edge} stands in front of {host}, shown by {proofs}.",
      "one-proof": "Only one sign points to {edge} ({proofs}), which does not prove that it stands in front of {host}.",
      none: "No edge is proven in front of {host}: nothing in its address, headers or names points to one.",
    },
  },
  "edge/origin-bypass": {
    title: "The origin does not answer around the edge",
    why: "An origin that serves the site to anybody who knows its address makes the edge optional: a flood, a scan or a bot goes around it. Old DNS records and certificate logs give such addresses away.",
    fix: "Let the origin's firewall accept web traffic from the edge alone, or use a tunnel or client certificates: in nginx, `ssl_client_certificate /etc/nginx/cloudflare-origin-pull-ca.pem; ssl_verify_client on;`.",
    references: [CLOUDFLARE_ORIGIN, asvs(13), cwe(693, "Protection Mechanism Failure")],
    cwe: "CWE-693",
    owasp: "API8:2023",
    outcomes: {
      refuses: "Asked for {host} directly, the origin refuses ({origins}).",
      unreachable: "The origin is not reachable from here ({origins}), so nobody gets around the edge this way.",
      answers: "The origin {origin} serves {host} to anybody, around the edge. {note}",
      "not-tried": "The origin {origin} could not be tried. {note}",
      "no-edge": "No edge is seen in front of {host}, so there is nothing to get around.",
      "one-platform": "{edge} runs the site itself: there is no origin behind it with an address of its own.",
      undeclared: "Nobody said where the origin is, so nobody could try it.",
    },
  },
  "edge/bot-rule": {
    title: "Bots are told from people",
    why: "Sign-in forms and chat endpoints draw scripts that guess passwords or run up your bill. A bot rule stops the crude ones before they cost anything.",
    fix: "Switch on a bot rule for sign-in and chat, and write down which. At Cloudflare: Security, Bots, Bot Fight Mode; or a custom rule with the action “Managed Challenge”.",
    references: [
      {
        label: "OWASP: Automated Threats to Web Applications",
        url: "https://owasp.org/www-project-automated-threats-to-web-applications/",
      },
      owaspApi(4),
    ],
    cwe: "CWE-799",
    owasp: "API4:2023",
    outcomes: {
      observed: "A bot rule shows itself by {sign}.",
      "not-observed": "No bot rule showed itself to our polite request; where there is one, say which.",
    },
  },
} as const satisfies TextsOf<typeof EDGE_RULES>;
