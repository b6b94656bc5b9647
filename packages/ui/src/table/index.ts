export { RunTable } from "./run-table.tsx";
export type { RunTableActions } from "./run-table-props.ts";
