"use client";

import { ErrorNotice } from "@assay/ui";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
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
