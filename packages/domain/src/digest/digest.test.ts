import { Sha256 } from "@assay/contract";
import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { manifestDigest } from "./manifest-digest.ts";
import { sha256Hex } from "./sha256-hex.ts";

it("writes the example of RFC 8785 (section 3.2.3) in its order of keys", () => {
  const value = {
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis",
  };
  expect(Object.values(JSON.parse(canonicalJson(value)))).toContain("One");
  expect([...canonicalJson(value).matchAll(/:"(\w+)/g)].map(([, word]) => word)).toEqual([
    "Carriage",
    "One",
    "Control",
    "Latin",
    "Euro",
    "Emoji",
    "Hebrew",
  ]);
});

it("writes numbers as ECMAScript does", () => {
  expect(canonicalJson([333333333.3333333, 1e30, 4.5, 0.002, 1e-27])).toBe("[333333333.3333333,1e+30,4.5,0.002,1e-27]");
});

it("says the same of any value whatever the order of its keys, and reads back as that value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it("refuses what JSON cannot hold", () => {
  expect(() => canonicalJson({ a: Number.NaN })).toThrow(/finite/);
  expect(() => canonicalJson(() => 1)).toThrow(/function/);
});

it("gives a file tree one digest in whatever order its files come, and another when a byte differs", () => {
  const one = { path: "a", sha256: sha256Hex("1"), sizeBytes: 1 };
  const two = { path: "b", sha256: sha256Hex("2"), sizeBytes: 1 };
  expect(manifestDigest([one, two])).toBe(manifestDigest([two, one]));
  expect(manifestDigest([one, two])).not.toBe(manifestDigest([one, { ...two, sha256: sha256Hex("3") }]));
});

it("can be computed again by anybody from the files alone", () => {
  const sha256 = Sha256.parse(sha256Hex("hello"));
  const text = `[{"path":"a/b.bin","sha256":"${sha256}","sizeBytes":5}]`;
  expect(manifestDigest([{ path: "a/b.bin", sha256, sizeBytes: 5 }])).toBe(sha256Hex(text));
});
