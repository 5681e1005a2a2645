/** `host:port` of a declared origin, an IPv6 address in brackets; without a port of its own it has the one given. */
export function originPlace(origin: string, port: number): string {
  const isBareV6 = origin.split(":").length > 2 && !origin.startsWith("[");
  const authority = isBareV6 ? `[${origin}]` : origin;
  return /:\d+$/.test(authority) ? authority : `${authority}:${port}`;
}
