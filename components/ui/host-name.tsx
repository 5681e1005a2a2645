/** The host of an address, beside a title that would not tell two hosts apart. */
export function HostName({ url }: { url: string | null }) {
  const host = url === null ? undefined : URL.parse(url)?.hostname;
  return host === undefined ? null : <span className="whitespace-nowrap font-normal text-ink-3 text-xs"> {host}</span>;
}
