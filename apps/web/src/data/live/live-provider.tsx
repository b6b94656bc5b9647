"use client";

import { skipToken, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
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
      for (const event of refetchTouched(queryClient, events)) bus.repeat(event);
    });
    return () => {
      stop();
      bus.stop();
    };
  }, [bus, queryClient]);

  const isConnected = stream.status === "pending";
  const wasConnected = useRef(false);
  useEffect(() => {
    if (!isConnected) return;
    // What happened before the stream began, or while it was broken, was not heard.
    if (wasConnected.current) bus.push({ kind: "gap", runId: null });
    else void queryClient.invalidateQueries({ predicate: ({ state }) => state.fetchStatus === "idle" });
    wasConnected.current = true;
  }, [bus, isConnected, queryClient]);

  const live = useMemo(() => ({ bus, isConnected, isPaused, setPaused }), [bus, isConnected, isPaused]);
  return <LiveContext value={live}>{children}</LiveContext>;
}
