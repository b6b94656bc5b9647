"use client";

import { ErrorNotice } from "@assay/ui";
import { Anchor } from "@mantine/core";
import { usePathname } from "next/navigation";
import { describeError } from "./describe-error.ts";
import { errorCode } from "./error-code.ts";

interface QueryErrorProps {
  error: unknown;
  onRetry?: () => void;
}

/** A failed query in place of what it would have shown. */
export function QueryError({ error, onRetry }: QueryErrorProps) {
  const { message, remedy } = describeError(error);
  const path = usePathname();
  if (errorCode(error) !== "UNAUTHORIZED") return <ErrorNotice message={message} remedy={remedy} onRetry={onRetry} />;
  const signIn = <Anchor href={`/sign-in?returnTo=${encodeURIComponent(path)}`}>Sign in</Anchor>;
  return <ErrorNotice message="You are signed out." remedy="Your session ended or was closed." action={signIn} />;
}
