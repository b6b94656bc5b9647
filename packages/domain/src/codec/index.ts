export { readAxis, writeAxis } from "./axis-codec.ts";
export { ByteReader } from "./byte-reader.ts";
export { ByteWriter } from "./byte-writer.ts";
export * from "./chunk-codec.ts";
export * from "./corrupt-data.ts";
export * from "./frame-codec.ts";
export * from "./pyramid.ts";
export * from "./summary-codec.ts";
export { readValues, writeValues } from "./value-codec.ts";
