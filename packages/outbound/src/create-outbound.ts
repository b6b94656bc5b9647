import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { isPublic, parseAddress } from "./address.ts";
import { type AllowEntry, allows } from "./allow-list.ts";
import { failureText } from "./failure-text.ts";
import type { Outbound, OutboundAnswer, OutboundPost } from "./outbound.ts";
import { readTarget, type Target } from "./read-target.ts";
import { type ResolvedAddress, sendPost } from "./send-post.ts";

export interface OutboundOptions {
  /** What may be reached besides public addresses by https. */
  allow?: readonly AllowEntry[];
  /** From the first question for the name to the end of the answer. */
  timeoutMs?: number;
  /** All addresses of a host name; the system's own by default. */
  resolve?: (host: string) => Promise<readonly ResolvedAddress[]>;
  /** Certificates that are trusted besides those the system trusts. */
  ca?: string;
}

const TIMEOUT_MS = 30_000;
/** The ports below belong to services of which none receives webhooks. */
const FIRST_FREE_PORT = 1_024;
const HTTPS_PORT = 443;

const NOT_PUBLIC = "Webhook URL must not resolve to a non-public IP address";
const BAD_PORT = "Webhook URL must use port 443 or one above 1023";

/**
 * Outbound HTTP that reaches nothing inside: https to public addresses, besides what the operator allows. A name is
 * resolved once; every address it has is looked at, and the connection goes to these and to no others.
 */
export function createOutbound({
  allow = [],
  timeoutMs = TIMEOUT_MS,
  resolve = (host) => lookup(host, { all: true }),
  ca,
}: OutboundOptions = {}): Outbound {
  const isHttpEverAllowed = allow.some((entry) => entry.isHttpToo);
  const addressesOf = async (host: string): Promise<readonly ResolvedAddress[]> =>
    isIP(host) === 0 ? resolve(host) : [{ address: host, family: isIP(host) }];

  const refusalTo = (target: Target, addresses: readonly ResolvedAddress[]): string | null => {
    for (const { address } of addresses) {
      const parsed = parseAddress(address);
      if (allow.some((entry) => allows(entry, target, parsed))) continue;
      if (!isPublic(parsed)) return NOT_PUBLIC;
      if (target.protocol === "http:") return "Invalid webhook URL scheme: 'http'. It is not allowed for this host.";
      if (target.port !== HTTPS_PORT && target.port < FIRST_FREE_PORT) return BAD_PORT;
    }
    return null;
  };

  const ask = async (request: OutboundPost): Promise<OutboundAnswer> => {
    const reading = readTarget(request.url, isHttpEverAllowed);
    if (reading.kind === "refused") return reading;
    const { target } = reading;
    const addresses = await before(request.signal, addressesOf(target.host));
    const reason = refusalTo(target, addresses);
    if (reason !== null) return { kind: "refused", reason };
    const response = await sendPost({ ...request, target, addresses, ca });
    return {
      kind: "answered",
      status: response.statusCode ?? 0,
      retryAfter: response.headers["retry-after"] ?? null,
    };
  };

  return {
    async refusalOf(url) {
      const reading = readTarget(url, isHttpEverAllowed);
      if (reading.kind === "refused") return reading.reason;
      const known = before(AbortSignal.timeout(timeoutMs), addressesOf(reading.target.host));
      // Whether it can be reached is seen when something is sent; that the name is public is seen then once more.
      return refusalTo(reading.target, await known.catch(() => []));
    },
    async post(request) {
      const deadline = AbortSignal.timeout(timeoutMs);
      try {
        return await ask({ ...request, signal: AbortSignal.any([request.signal, deadline]) });
      } catch (error) {
        if (deadline.aborted) return { kind: "unreachable", reason: `No answer within ${timeoutMs / 1_000} seconds` };
        return { kind: "unreachable", reason: failureText(error) };
      }
    },
  };
}

/** The value of a promise, unless the signal aborts first. */
function before<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
