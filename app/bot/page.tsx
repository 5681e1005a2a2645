import type { Metadata } from "next";
import { Brand } from "#components/shell/brand.tsx";

export const metadata: Metadata = { title: "About LaunchReadyBot" };

/** For people who found our user agent in their log. */
export default function BotPage() {
  return (
    <main className="mx-auto grid max-w-[44rem] gap-4 px-4 py-12">
      <Brand name="Launch Ready" />
      <h1 className="text-2xl tracking-[-0.02em]">About LaunchReadyBot</h1>
      <p>
        You probably found this address in a log. Somebody who uses this installation of Launch Ready asked it to look
        at your site from outside, to see whether it is ready to be shown to others.
      </p>
      <h2 className="text-lg">What it sends</h2>
      <p>
        Questions to DNS, TLS handshakes, and a few dozen GET requests: the page, its plain-HTTP, www and alias
        variants, a few of its static files, <code className="font-mono text-xs">/.well-known/security.txt</code>,{" "}
        <code className="font-mono text-xs">/cdn-cgi/trace</code>, the MTA-STS policy, old addresses that were listed,
        the page again with foreign Origin headers, and the origin that was declared. Never more than two of these at a
        time to one host. Then it opens the page once in a browser, in which nothing but GET and HEAD is let out. It
        signs in nowhere, submits no form, and changes nothing.
      </p>
      <h2 className="text-lg">When</h2>
      <p>
        When a person presses the button, says that something is fixed, calls the API, or set a schedule; or asks for
        the free check of a domain, which leaves the browser out. It does not crawl.
      </p>
      <h2 className="text-lg">Who to ask</h2>
      <p>Whoever runs the address at which you read this.</p>
    </main>
  );
}
