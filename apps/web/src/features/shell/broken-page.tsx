"use client";

import { ErrorNotice } from "@assay/ui";

export interface BrokenPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Says that a page broke, and what to do. */
export function BrokenPage({ error, reset }: BrokenPageProps) {
  const reference = error.digest === undefined ? "" : ` The server's log has it under ${error.digest}.`;
  return (
    <div className="screen screen-narrow">
      <ErrorNotice
        message={`This page broke: ${error.message}`}
        remedy={`Try again; if it breaks again, reload the page.${reference}`}
        onRetry={reset}
      />
    </div>
  );
}
