/** The two tables that take turns in keeping what is not yet compacted. */
export const HOT_SLOTS = [0, 1] as const;
export type HotSlot = (typeof HOT_SLOTS)[number];

export const hotTable = (slot: HotSlot): string => `metric_hot_${slot}`;

/** The frames of both, wherever they are. `where` is over the columns of the hot tables. */
export const hotFrames = (columns: string, where: string): string =>
  HOT_SLOTS.map((slot) => `SELECT ${columns} FROM ${hotTable(slot)} WHERE ${where}`).join(" UNION ALL ");
