import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { shuffled } from "./random.ts";

export const PIXELS = 64;
export const CLASSES = 10;

export interface Sample {
  /** 8 × 8 grey values scaled to 0…1, row by row. */
  pixels: Float64Array;
  /** The digit drawn, 0…9. */
  label: number;
}

export interface Digits {
  train: Sample[];
  test: Sample[];
  /** SHA-256 of the file the samples came from. */
  digest: string;
}

const FILE = new URL("../data/digits.csv.gz", import.meta.url);
const TEST_SHARE = 0.2;
const MAX_GREY = 16;

/** Reads the 1,797 handwritten digits and splits them the same way every time. */
export async function readDigits(): Promise<Digits> {
  const bytes = await readFile(FILE);
  const lines = gunzipSync(bytes).toString().trim().split("\n");
  const samples = shuffled(lines.map(parseLine), 7);
  const testCount = Math.round(samples.length * TEST_SHARE);
  return {
    test: samples.slice(0, testCount),
    train: samples.slice(testCount),
    digest: createHash("sha256").update(bytes).digest("hex"),
  };
}

function parseLine(line: string): Sample {
  const numbers = line.split(",").map(Number);
  if (numbers.length !== PIXELS + 1) throw new Error(`a line of digits.csv has ${numbers.length} numbers`);
  return {
    pixels: Float64Array.from(numbers.slice(0, PIXELS), (grey) => grey / MAX_GREY),
    label: numbers[PIXELS] ?? 0,
  };
}
