import ipaddr from "ipaddr.js";
import { AppError } from "#lib/errors.ts";

export type Cidr = [ipaddr.IPv4 | ipaddr.IPv6, number];
/** An operator's exception: a range or one exact host name, on one port or (`port: null`) on all. */
export type AllowEntry = { text: string; port: number | null } & (
  | { kind: "range"; cidr: Cidr }
  | { kind: "host"; host: string }
);

const PORTED = /^(?:\[(?<bracketed>[^\]]+)\]|(?<plain>[^:]+))(?::(?<port>\d{1,5}))?$/;

/**
 * `10.20.0.0/16:443`, `127.0.0.1`, `[fd00::/8]:443`, `fd00::/8`, `internal.example:8443`: a CIDR range or a host name, on
 * one port or on all. Throws an AppError that quotes what it could not read.
 */
export function parseAllow(text: string): AllowEntry {
  const whole = readCidr(text);
  if (whole) return { kind: "range", cidr: whole, port: null, text };
  const groups = PORTED.exec(text)?.groups;
  const subject = groups?.bracketed ?? groups?.plain;
  const port = groups?.port === undefined ? null : Number(groups.port);
  if (subject === undefined || (port !== null && (port < 1 || port > 65_535))) throw unreadable(text);
  const cidr = readCidr(subject);
  if (cidr) return { kind: "range", cidr, port, text };
  const host = subject.toLowerCase().replace(/\.$/, "");
  if (!/^[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?$/.test(host) || /^[\d.]+$/.test(host)) throw unreadable(text);
  return { kind: "host", host, port, text };
}

/** A range, or a single address as a range of one; `null` where the text is neither. */
export function readCidr(text: string): Cidr | null {
  const [address = "", length, ...rest] = text.split("/");
  const isPlain =
    ipaddr.IPv4.isValidFourPartDecimal(address) || (ipaddr.IPv6.isValid(address) && !address.includes("%"));
  if (!isPlain || rest.length > 0) return null;
  const base = ipaddr.parse(address);
  const bits = base.kind() === "ipv4" ? 32 : 128;
  if (length === undefined) return [base, bits];
  return /^\d{1,3}$/.test(length) && Number(length) <= bits ? [base, Number(length)] : null;
}

function unreadable(text: string): AppError {
  return new AppError("invalid", `"${text}" is neither a CIDR range nor a host name with, optionally, a :port.`);
}
