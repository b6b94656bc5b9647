export * from "./canonical-json.ts";
export * from "./manifest-digest.ts";
export * from "./sha256-hex.ts";
