/** Ports from 1024 that the Fetch standard calls bad (its "port blocking"); all bad ones below are refused anyway. */
const BAD_PORTS = [
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
];
/** Databases, caches, container and cluster control: nothing that a visitor of a web site is meant to speak to. */
const INFRASTRUCTURE_PORTS = [
  2049, 2375, 2376, 2379, 3306, 3389, 5432, 5984, 6379, 6443, 8500, 9200, 10250, 11211, 27017,
];
const REFUSED = new Set([...BAD_PORTS, ...INFRASTRUCTURE_PORTS]);

export function isWebPort(port: number): boolean {
  return port === 80 || port === 443 || (port >= 1024 && port <= 65_535 && !REFUSED.has(port));
}
