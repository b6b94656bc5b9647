import type { Statement } from "../../store.ts";
import { HOT_SLOTS, type HotSlot, hotTable } from "./hot-tables.ts";

export interface HotStateRow {
  slot: HotSlot;
  /** Of both tables, indexes and TOAST included. */
  size_bytes: bigint;
}

/** Which hot table is written to, and how large the two are together. */
export const readHotState: Statement = {
  name: "metrics_read_hot_state_v1",
  text: `
    SELECT slot, ${HOT_SLOTS.map((slot) => `pg_total_relation_size('${hotTable(slot)}')`).join(" + ")} AS size_bytes
    FROM metric_hot_slot WHERE id = 1`,
};

/** Makes writers use the other table. Parameters: the slot they used. */
export const switchHotSlot: Statement = {
  name: "metrics_switch_hot_slot_v1",
  text: "UPDATE metric_hot_slot SET slot = 1 - slot WHERE id = 1 AND slot = $1::int",
};

/** Size of a table's rows alone, dead ones included. Parameters: table name. */
export const tableSize: Statement = {
  name: "metrics_table_size_v1",
  text: "SELECT pg_relation_size($1::regclass) AS bytes",
};

/** Clears away what no transaction can see any more; the file shrinks to nothing once all rows are dead to all. */
export const vacuumHot = (slot: HotSlot): Statement => ({ name: null, text: `VACUUM ${hotTable(slot)}` });

export const lockHot = (slot: HotSlot): Statement => ({
  name: null,
  text: `LOCK TABLE ${hotTable(slot)} IN ACCESS EXCLUSIVE MODE NOWAIT`,
});

export const truncateHot = (slot: HotSlot): Statement => ({ name: null, text: `TRUNCATE ${hotTable(slot)}` });
