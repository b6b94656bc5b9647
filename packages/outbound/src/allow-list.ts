import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { type Address, isPerilous, parseAddress } from "./address.ts";
import type { Target } from "./read-target.ts";

/** A place inside that an operator lets webhooks reach. */
export interface AllowEntry {
  /** Whether without encryption too. */
  isHttpToo: boolean;
  /** Null is any. */
  port: number | null;
  place: { kind: "host"; name: string } | { kind: "range"; address: Address; bits: number };
}

const ENTRY = /^(https?:\/\/)?(\[[^\]]+\]|[^\s:[\]]+|[0-9a-f:]+(?:\/\d+)?)(?::(\d+))?$/i;
const HOST = /^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/i;

/**
 * Reads what `ASSAY_WEBHOOK_ALLOW` says: host names (`jenkins.lan`, `*.internal`), addresses and ranges (`10.0.0.0/8`),
 * each with a port or not, and with `http://` before it where http is allowed too.
 * @throws Error that names the entry at fault.
 */
export function parseAllowList(text: string): AllowEntry[] {
  return text
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .map(parseEntry);
}

function parseEntry(entry: string): AllowEntry {
  const [, scheme, place = "", port] = ENTRY.exec(entry) ?? [];
  const found = placeOf(place.replace(/^\[|\]$/g, ""));
  if (found === null) throw new Error(`${JSON.stringify(entry)} is no host, address or range`);
  return {
    isHttpToo: scheme?.toLowerCase() === "http://",
    port: port === undefined ? null : Number(port),
    place: found,
  };
}

function placeOf(text: string): AllowEntry["place"] | null {
  if (ipaddr.isValidCIDR(text)) {
    const [address, bits] = ipaddr.parseCIDR(text);
    return { kind: "range", address, bits };
  }
  if (isIP(text) !== 0) {
    const address = parseAddress(text);
    return { kind: "range", address, bits: address.kind() === "ipv4" ? 32 : 128 };
  }
  return HOST.test(text) && !/^[\d.]+$/.test(text) ? { kind: "host", name: plainHost(text) } : null;
}

/** A host name as two of them are compared. */
export const plainHost = (name: string): string => name.toLowerCase().replace(/\.$/, "");

/** Whether an entry lets a request to a target reach an address. */
export function allows({ isHttpToo, port, place }: AllowEntry, target: Target, address: Address): boolean {
  if (!isHttpToo && target.protocol === "http:") return false;
  if (port !== null && port !== target.port) return false;
  if (place.kind === "host") return matchesHost(place.name, target.host) && !isPerilous(address);
  const isOne = place.bits === (place.address.kind() === "ipv4" ? 32 : 128);
  if (isPerilous(address) && !isOne) return false;
  return address.kind() === place.address.kind() && address.match(place.address, place.bits);
}

function matchesHost(name: string, host: string): boolean {
  return name.startsWith("*.") ? plainHost(host).endsWith(name.slice(1)) : plainHost(host) === name;
}
