import { tlsChain } from "./tls-chain.ts";
import { tlsExpiry } from "./tls-expiry.ts";
import { tlsKey } from "./tls-key.ts";
import { tlsName } from "./tls-name.ts";
import { tlsProtocol } from "./tls-protocol.ts";
import { tlsRenewal } from "./tls-renewal.ts";
import { tlsStaple } from "./tls-staple.ts";

export const TLS_RULES = [tlsChain, tlsName, tlsExpiry, tlsProtocol, tlsKey, tlsStaple, tlsRenewal] as const;
