"use client";

import { ErrorNotice } from "@assay/ui";
import { describeError } from "./describe-error.ts";

interface QueryErrorProps {
  error: unknown;
  onRetry?: () => void;
}

/** A failed query in place of what it would have shown. */
export function QueryError({ error, onRetry }: QueryErrorProps) {
  const { message, remedy } = describeError(error);
  return <ErrorNotice message={message} remedy={remedy} onRetry={onRetry} />;
}
