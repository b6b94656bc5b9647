import fc from "fast-check";
import { expect, it } from "vitest";
import { packLines, unpackLines } from "./line-codec.ts";

const line = fc.record({
  timeMs: fc.nat(253_402_300_799_999),
  stream: fc.constantFrom("stdout" as const, "stderr" as const),
  text: fc.string({ unit: "binary" }).map((text) => text.replaceAll("\n", "")),
});

it("unpacks the very lines that were packed, times in any order and any characters in them", () =>
  fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1 }), async (lines) => {
      expect(await unpackLines(await packLines(lines))).toEqual(lines);
    }),
  ));

it("refuses a body that was damaged", async () => {
  const body = await packLines([{ timeMs: 1, stream: "stdout", text: "epoch 1" }]);
  body[body.length - 1] = (body.at(-1) ?? 0) ^ 1;
  await expect(unpackLines(body)).rejects.toThrow();
  await expect(unpackLines(Buffer.of(9, 1, 2))).rejects.toThrow("unknown format 9");
});
