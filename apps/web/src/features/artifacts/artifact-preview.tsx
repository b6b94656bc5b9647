"use client";

import { ErrorNotice, ScrollRegion } from "@assay/ui";
import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Markdown } from "../markdown/markdown.tsx";
import { prettyText } from "./pretty-text.ts";
import { previewKind } from "./preview-kind.ts";

interface ArtifactPreviewProps {
  url: string;
  name: string;
}

async function fetchText(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal, headers: { "x-assay-csrf": "1" } });
  if (!response.ok) throw new Error(`The server answered ${response.status} for this file.`);
  return await response.text();
}

/** The file itself, where the browser can show it safely. */
export function ArtifactPreview({ url, name }: ArtifactPreviewProps) {
  const kind = previewKind(name);
  const isText = kind === "text" || kind === "markdown";
  const text = useQuery({
    queryKey: ["artifact-text", url],
    queryFn: ({ signal }) => fetchText(url, signal),
    enabled: isText,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (kind === "none")
    return <p className="artifacts-note screen-note">This kind of file has no preview. Download it to look inside.</p>;
  if (kind === "image") {
    // A plain element: the file is the user's, of unknown size, and must not pass through an image service.
    return <img src={url} alt={name} className="artifacts-image" />;
  }
  if (text.isError) {
    return (
      <ErrorNotice
        message={text.error.message}
        remedy="Download the file instead."
        onRetry={() => void text.refetch()}
      />
    );
  }
  if (text.data === undefined) return <Skeleton height={200} m="md" />;
  if (kind === "markdown") {
    return (
      <div className="artifacts-note">
        <Markdown text={text.data} />
      </div>
    );
  }
  return (
    <ScrollRegion label={`Content of ${name}`} className="artifacts-text">
      <pre className="assay-mono">{prettyText(name, text.data)}</pre>
    </ScrollRegion>
  );
}
