export { type AllowEntry, parseAllowList } from "./allow-list.ts";
export { allowListVariable } from "./allow-list-variable.ts";
export { createOutbound, type OutboundOptions } from "./create-outbound.ts";
export type { Outbound, OutboundAnswer, OutboundPost } from "./outbound.ts";
