import { createSecureContext, getCACertificates, type SecureContext, type SecureContextOptions } from "node:tls";

const contexts = new Map<string, SecureContext>();

/** Default roots plus these; kept per process because parsing the roots costs more than a handshake. */
export function secureContext(extraCa: readonly string[], options: SecureContextOptions = {}): SecureContext {
  const key = JSON.stringify([options, extraCa]);
  let context = contexts.get(key);
  if (!context) {
    const roots = extraCa.length > 0 ? { ca: [...getCACertificates("default"), ...extraCa] } : {};
    context = createSecureContext({ ...roots, ...options });
    contexts.set(key, context);
  }
  return context;
}
