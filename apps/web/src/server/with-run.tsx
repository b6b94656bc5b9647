import type { AppRouter } from "@assay/api";
import type { RunInput } from "@assay/contract";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { createClient } from "../data/create-client.ts";
import { createQueryClient } from "../data/create-query-client.ts";
import { webBridge } from "./bridge.ts";

/** Sends a run along with its page, so that the browser need not ask for it. What fails is asked for there again. */
export async function WithRun({ input, children }: { input: RunInput; children: ReactNode }) {
  const queryClient = createQueryClient();
  const trpc = createTRPCOptionsProxy<AppRouter>({ client: createClient(), queryClient });
  const sent = new Headers(await headers());
  await queryClient.prefetchQuery({
    queryKey: trpc.run.get.queryKey(input),
    queryFn: async () => (await webBridge().api(sent)).run.get(input),
    retry: false,
  });
  return <HydrationBoundary state={dehydrate(queryClient)}>{children}</HydrationBoundary>;
}
