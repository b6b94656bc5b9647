import { amount } from "./amount.ts";

/** How many clients, in words for a row's name. */
export const clientsText = (count: number): string => `${amount(count)} ${count === 1 ? "client" : "clients"}`;
