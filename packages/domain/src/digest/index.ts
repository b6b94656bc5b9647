export * from "./canonical-json.ts";
export * from "./hex-bytes.ts";
export * from "./json-digest.ts";
export * from "./manifest-digest.ts";
export * from "./sha256-hex.ts";
