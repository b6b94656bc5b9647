import { timeMs } from "./time-ms.ts";

/** How long so many clients take that work at the same time, each by its number from 0; until the last has ended, in ms. */
export function timeOfClientsMs(clients: number, work: (client: number) => Promise<unknown>): Promise<number> {
  return timeMs(() => Promise.all(Array.from({ length: clients }, (_, client) => work(client))));
}
