export * as mlflowTables from "../sql/foreign/mlflow-tables.ts";
export type { ForeignDatabase, ForeignRow, ForeignValue } from "./foreign-database.ts";
export { openForeignDatabase, sqlitePath } from "./open-foreign-database.ts";
