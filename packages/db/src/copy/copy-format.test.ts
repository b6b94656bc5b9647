import { describe, expect, it } from "vitest";
import { readCopy } from "./copy-format.ts";

const COLUMNS = { id: "uuid", small: "int4", large: "int8", number: "float8", bytes: "bytea" } as const;

const HEADER = Buffer.from("5047434f50590aff0d0a000000000000000000", "hex");
const END = Buffer.from("ffff", "hex");

function rowOf(fields: readonly (Buffer | null)[]): Buffer {
  const count = Buffer.alloc(2);
  count.writeInt16BE(fields.length);
  const parts = fields.map((field) => {
    const size = Buffer.alloc(4);
    size.writeInt32BE(field?.length ?? -1);
    return Buffer.concat([size, field ?? Buffer.alloc(0)]);
  });
  return Buffer.concat([count, ...parts]);
}

const int4 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const int8 = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return bytes;
};
const float8 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
};

describe("rows of a binary COPY", () => {
  it("come as their columns say, NULL as null and no bytes as no bytes", () => {
    const id = Buffer.from("0123456789abcdef0123456789abcdef", "hex");
    const rows = readCopy(
      Buffer.concat([
        HEADER,
        rowOf([id, int4(-7), int8(-1_750_000_000_123n), float8(Number.NaN), Buffer.from([0, 255])]),
        rowOf([null, null, int8(2n ** 53n), float8(Number.NEGATIVE_INFINITY), Buffer.alloc(0)]),
        END,
      ]),
      COLUMNS,
    );
    expect(rows).toEqual([
      { id: id.toString("hex"), small: -7, large: -1_750_000_000_123, number: NaN, bytes: Buffer.from([0, 255]) },
      { id: null, small: null, large: 2 ** 53, number: Number.NEGATIVE_INFINITY, bytes: Buffer.alloc(0) },
    ]);
  });

  it("are refused when they have other columns than were asked for", () => {
    expect(() => readCopy(Buffer.concat([HEADER, rowOf([int4(1)]), END]), COLUMNS)).toThrow(/1 columns instead of 5/);
  });

  it("may be none", () => {
    expect(readCopy(Buffer.concat([HEADER, END]), COLUMNS)).toEqual([]);
  });
});
