/** One block of the IANA special-purpose registries; only `reachable` blocks may be audited. */
export type SpecialRange = { cidr: string; name: string; reachable: boolean };
