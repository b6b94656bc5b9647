import { QueryClient } from "@tanstack/react-query";
import { errorCode } from "./error-code.ts";

const FINAL = new Set([
  "BAD_REQUEST",
  "UNAUTHORIZED",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "PRECONDITION_FAILED",
  "PAYLOAD_TOO_LARGE",
]);

/** Server state stays fresh by events, so refetching on its own is rare; the caller's mistakes are not retried. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && !FINAL.has(errorCode(error) ?? ""),
      },
    },
  });
}
