"use client";

export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body style={{ fontFamily: "system-ui, sans-serif", padding: 24 }}>
        <h1 style={{ fontSize: 20 }}>Assay could not draw this page</h1>
        <p>{error.message}</p>
        <p>
          Try again; if that fails, look at the server's log{error.digest === undefined ? "" : ` for ${error.digest}`}.
        </p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </body>
    </html>
  );
}
