"use client";

import { skipToken, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useScope } from "../scope-context.ts";
import { useTRPC } from "../trpc.ts";
import { createLiveBus } from "./live-bus.ts";
import { LiveContext } from "./live-context.ts";
import { refetchTouched } from "./refetch-touched.ts";

/** Keeps one stream of events open for the project and refetches what they touch. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const scope = useScope();
  const queryClient = useQueryClient();
  const [bus] = useState(createLiveBus);
  const [isPaused, setPaused] = useState(false);

  const stream = useSubscription(
    trpc.live.project.subscriptionOptions(isPaused ? skipToken : scope, { onData: (event) => bus.push(event) }),
  );

  useEffect(() => {
    const stop = bus.subscribe((events) => {
      for (const event of refetchTouched(queryClient, events)) bus.push(event);
    });
    return () => {
      stop();
      bus.stop();
    };
  }, [bus, queryClient]);

  const isConnected = stream.status === "pending";
  const live = useMemo(() => ({ bus, isConnected, isPaused, setPaused }), [bus, isConnected, isPaused]);
  return <LiveContext value={live}>{children}</LiveContext>;
}
