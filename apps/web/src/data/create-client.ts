import type { AppRouter } from "@assay/api";
import { createTRPCClient, httpBatchStreamLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import superjson from "superjson";

const API_PATH = "/api/trpc";
/** Below Node's 16 kB for a request's head; a chart of 200 runs needs about half. */
const MOST_URL_CHARACTERS = 12_000;

/** The browser's connection to the server: batched calls that stream back, and server-sent events. */
export function createClient() {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({ url: API_PATH, transformer: superjson }),
        false: httpBatchStreamLink({
          url: API_PATH,
          transformer: superjson,
          maxItems: 20,
          maxURLLength: MOST_URL_CHARACTERS,
          headers: { "x-assay-csrf": "1" },
        }),
      }),
    ],
  });
}
