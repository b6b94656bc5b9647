import ipaddr from "ipaddr.js";

export type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** What addresses of this kind reach inside a cloud or on this very link is never anybody's receiver. */
const METADATA = new Set(["168.63.129.16", "100.100.100.200", "fd00:ec2:0:0:0:0:0:254"]);
const NAT64 = ipaddr.parseCIDR("64:ff9b::/96");
/** The only part of IPv6 that is routed to everybody. */
const GLOBAL_UNICAST = ipaddr.parseCIDR("2000::/3");

/** Reads an address; one of IPv4 that is written as IPv6, or reached through NAT64, is itself. */
export function parseAddress(text: string): Address {
  const address = ipaddr.process(text);
  return address.kind() === "ipv6" && address.match(NAT64)
    ? ipaddr.fromByteArray(address.toByteArray().slice(12))
    : address;
}

/** Whether an address is open to everybody: no network of the house, no neighbour, no machine of the cloud's own. */
export function isPublic(address: Address): boolean {
  if (address.range() !== "unicast" || isPerilous(address)) return false;
  return address.kind() === "ipv4" || address.match(GLOBAL_UNICAST);
}

/** Whether an address hands out secrets of the machine, as link-local and metadata addresses do. */
export function isPerilous(address: Address): boolean {
  return ["linkLocal", "unspecified"].includes(address.range()) || METADATA.has(address.toString());
}
