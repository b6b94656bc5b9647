import { expect, it } from "vitest";
import { isPublic, parseAddress } from "./address.ts";

it.each([
  ["loopback", "127.0.0.1"],
  ["loopback, the rest of it", "127.255.0.9"],
  ["this host", "0.0.0.0"],
  ["this network", "0.1.2.3"],
  ["private", "10.0.0.1"],
  ["private", "172.31.255.255"],
  ["private", "192.168.1.1"],
  ["shared by a carrier", "100.64.0.1"],
  ["link-local, where clouds keep credentials", "169.254.169.254"],
  ["of Azure's own", "168.63.129.16"],
  ["of Alibaba's own", "100.100.100.200"],
  ["for protocols", "192.0.0.8"],
  ["for benchmarks", "198.18.0.1"],
  ["for documents", "203.0.113.7"],
  ["to many", "224.0.0.1"],
  ["reserved", "240.0.0.1"],
  ["to all", "255.255.255.255"],
  ["loopback of IPv6", "::1"],
  ["unspecified", "::"],
  ["loopback written as IPv6", "::ffff:127.0.0.1"],
  ["loopback written as IPv6 in hexadecimal", "::ffff:7f00:1"],
  ["loopback written as IPv6 the old way", "::127.0.0.1"],
  ["loopback translated", "::ffff:0:127.0.0.1"],
  ["metadata through NAT64", "64:ff9b::a9fe:a9fe"],
  ["a local NAT64", "64:ff9b:1::7f00:1"],
  ["loopback through 6to4", "2002:7f00:1::1"],
  ["through Teredo", "2001:0:7f00:1::1"],
  ["unique local", "fd00::8"],
  ["of Amazon's own", "fd00:ec2::254"],
  ["link-local of IPv6", "fe80::1"],
  ["site-local", "fec0::1"],
  ["to many of IPv6", "ff02::1"],
  ["for documents of IPv6", "2001:db8::1"],
  ["outside what is routed", "4000::1"],
])("takes for inner what is %s: %s", (_what, address) => {
  expect(isPublic(parseAddress(address))).toBe(false);
});

it.each(["8.8.8.8", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])(
  "takes for public %s",
  (address) => {
    expect(isPublic(parseAddress(address))).toBe(true);
  },
);
