import { tlsChain } from "./tls-chain.ts";
import { tlsExpiry } from "./tls-expiry.ts";
import { tlsKey } from "./tls-key.ts";
import { tlsName } from "./tls-name.ts";
import { tlsProtocol } from "./tls-protocol.ts";

export const TLS_RULES = [tlsChain, tlsName, tlsExpiry, tlsProtocol, tlsKey] as const;
