import type { CompareOperator } from "@assay/contract";

/** After a pattern's placeholder: a backslash in it is itself. As an escape it would be refused at the pattern's end. */
export const escapeSql = (operator: CompareOperator): string => (operator.endsWith("LIKE") ? " ESCAPE ''" : "");
