import { Chip } from "#components/ui/chip.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { LifeBar } from "#components/ui/life-bar.tsx";
import type { TlsFacts } from "#lib/audits/facts/tls-facts.ts";
import { trustTone } from "../domains/tls-words.ts";
import { CertificateChain } from "./certificate-chain.tsx";
import { commonName } from "./host-words.ts";
import { TlsVersions } from "./tls-versions.tsx";

const NAMES_SHOWN = 12;
const ROOT_WORDS = { public: "public", added: "added by the operator" } as const;

function Names({ names, isMatch }: { names: readonly string[]; isMatch: boolean }) {
  return (
    <>
      {!isMatch && <span className="font-medium text-bad">does not name this host: </span>}
      <span className="font-mono text-xs">{names.slice(0, NAMES_SHOWN).join(", ") || "none"}</span>
      {names.length > NAMES_SHOWN && <span className="text-ink-3"> and {names.length - NAMES_SHOWN} more</span>}
    </>
  );
}

const yesNo = (value: boolean | null) => (value === null ? "not known" : value ? "yes" : "no");

/** What was agreed, who vouches for it, and for how long. */
export function TlsDetails({ tls }: { tls: TlsFacts }) {
  return (
    <>
      <div className="grid items-start gap-x-10 gap-y-1.5 lg:grid-cols-2">
        <Facts
          facts={[
            {
              label: "Trust",
              value: (
                <Chip tone={trustTone(tls)} className="max-sm:whitespace-normal">
                  {tls.trust}
                </Chip>
              ),
            },
            {
              label: "Root",
              value: tls.root
                ? `${commonName(tls.root.subject)} (${ROOT_WORDS[tls.root.store]})`
                : "none that is trusted",
            },
            { label: "Names", value: <Names names={tls.names} isMatch={tls.nameMatches} /> },
            {
              label: "Lifetime",
              value: (
                <span className="flex max-w-72 items-center gap-2.5">
                  <LifeBar left={tls.lifetimeLeft} className="flex-1" />
                  {Math.round(Math.min(1, Math.max(0, tls.lifetimeLeft)) * 100)} % left
                </span>
              ),
            },
          ]}
        />
        <Facts
          facts={[
            { label: "Versions", value: <TlsVersions versions={tls.versions} /> },
            { label: "Agreed on", value: `${tls.protocol}, ${tls.cipher}` },
            { label: "ALPN", value: tls.alpn ?? "none" },
            {
              label: "OCSP stapled",
              value: `${yesNo(tls.ocspStapled)}${tls.mustStaple ? ", and the certificate asks for it" : ""}`,
            },
            { label: "Logged (SCTs)", value: tls.scts === null ? "not known" : String(tls.scts) },
          ]}
        />
      </div>
      <CertificateChain chain={tls.chain} total={tls.chainTotal} />
    </>
  );
}
