import { expect, it } from "vitest";
import { parseAddress } from "./address.ts";
import { allows, parseAllowList } from "./allow-list.ts";
import { readTarget } from "./read-target.ts";

function isAllowed(list: string, url: string, address: string): boolean {
  const reading = readTarget(url, true);
  if (reading.kind === "refused") throw new Error(reading.reason);
  return parseAllowList(list).some((entry) => allows(entry, reading.target, parseAddress(address)));
}

it.each([
  ["jenkins.lan", "https://jenkins.lan/hook", "10.1.2.3", true],
  ["jenkins.lan", "https://JENKINS.lan./hook", "10.1.2.3", true],
  ["jenkins.lan", "http://jenkins.lan/hook", "10.1.2.3", false],
  ["http://jenkins.lan", "http://jenkins.lan/hook", "10.1.2.3", true],
  ["http://jenkins.lan", "https://jenkins.lan/hook", "10.1.2.3", true],
  ["http://jenkins.lan:8080", "http://jenkins.lan:8080/hook", "10.1.2.3", true],
  ["http://jenkins.lan:8080", "http://jenkins.lan/hook", "10.1.2.3", false],
  ["jenkins.lan", "https://evil-jenkins.lan/", "10.1.2.3", false],
  ["*.internal", "https://a.b.internal/", "10.1.2.3", true],
  ["*.internal", "https://internal/", "10.1.2.3", false],
  ["*.internal", "https://ainternal/", "10.1.2.3", false],
  ["10.0.0.0/8", "https://anything.example/", "10.200.0.1", true],
  ["10.0.0.0/8", "https://anything.example/", "11.0.0.1", false],
  ["10.0.0.0/8", "https://anything.example/", "::ffff:10.0.0.1", true],
  ["http://10.0.0.7:9000", "http://10.0.0.7:9000/", "10.0.0.7", true],
  ["fd12::/16", "https://inner.example/", "fd12::1", true],
  ["[fd12::1]:8443", "https://[fd12::1]:8443/", "fd12::1", true],
  ["fd12::/16", "https://inner.example/", "10.0.0.1", false],
])("%s lets %s at %s through: %s", (list, url, address, expected) => {
  expect(isAllowed(list, url, address)).toBe(expected);
});

it("opens what hands out credentials only when it is named itself", () => {
  for (const wide of ["0.0.0.0/0", "169.254.0.0/16", "metadata.lan"]) {
    expect([wide, isAllowed(wide, "https://metadata.lan/", "169.254.169.254")]).toEqual([wide, false]);
  }
  expect(isAllowed("169.254.169.254", "https://metadata.lan/", "169.254.169.254")).toBe(true);
});

it("reads several entries, and names the one that is none", () => {
  expect(parseAllowList(" a.lan, 10.0.0.0/8\nhttp://b.lan:80 ")).toHaveLength(3);
  expect(parseAllowList("")).toEqual([]);
  for (const bad of ["10.0.0.0/40", "http://", "ftp://a.lan", "a b/c", "a.lan/path", "1.2.3", "user@a.lan"]) {
    expect(() => parseAllowList(`good.lan,${bad}`), bad).toThrow("is no host, address or range");
  }
});
