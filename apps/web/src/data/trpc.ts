"use client";

import type { AppRouter } from "@assay/api";
import { createTRPCContext } from "@trpc/tanstack-react-query";

/** The server's procedures as TanStack Query options, typed from its router. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
