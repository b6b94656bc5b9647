/** Which lifecycle a search looks at, by its names and numbers on the wire. */
export const VIEW_TYPE_NUMBERS = { ACTIVE_ONLY: 1, DELETED_ONLY: 2, ALL: 3 } as const;

const LIFECYCLES = { ACTIVE_ONLY: "active", DELETED_ONLY: "archived", ALL: "all" } as const;

export const lifecycleOf = (view: keyof typeof LIFECYCLES = "ACTIVE_ONLY") => LIFECYCLES[view];
