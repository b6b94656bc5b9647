"use client";

import type { ArtifactEntry, RunId } from "@assay/contract";
import { type Fact, FactList, formatBytes, IdText, Section } from "@assay/ui";
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { artifactUrl } from "../../data/artifact-url.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { OriginTag } from "../run/origin-tag.tsx";
import { ArtifactPreview } from "./artifact-preview.tsx";

interface ArtifactDetailsProps {
  runId: RunId;
  path: string;
  /** What the tree knows about it; looked up when the page was opened at this path. */
  entry: ArtifactEntry | null;
  onRegister: (folder: string) => void;
}

function factsOf(entry: ArtifactEntry): Fact[] {
  const facts: Fact[] = [{ label: "Path", value: <span className="assay-mono">{entry.path}</span> }];
  if (!entry.isFolder) facts.push({ label: "Size", value: formatBytes(entry.sizeBytes) });
  if (entry.sha256 !== null) {
    facts.push({
      label: "SHA-256",
      value: (
        <>
          <IdText id={entry.sha256} what="digest" length={16} /> <OriginTag origin="observed" />
        </>
      ),
    });
  }
  return facts;
}

/** The chosen file or folder: facts, download, preview. */
export function ArtifactDetails({ runId, path, entry: known, onRegister }: ArtifactDetailsProps) {
  const trpc = useTRPC();
  const scope = useScope();
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  const siblings = useQuery(
    trpc.artifact.list.queryOptions(
      { ...scope, owner: { kind: "run", runId }, path: folder },
      { enabled: known === null },
    ),
  );
  const entry = known ?? siblings.data?.find((one) => one.path === path) ?? null;
  if (entry === null) {
    return <p className="screen-note">{siblings.isPending ? "Loading…" : `There is no file ${path} in this run.`}</p>;
  }
  const root = { kind: "run", runId } as const;
  const actions = entry.isFolder ? (
    <Button size="compact-xs" onClick={() => onRegister(entry.path)}>
      Register as model
    </Button>
  ) : (
    <Button
      component="a"
      href={artifactUrl(scope, root, path)}
      download
      variant="default"
      size="compact-xs"
      leftSection={<IconDownload size={14} />}
    >
      Download
    </Button>
  );
  return (
    <Section title={entry.name} actions={actions}>
      <FactList facts={factsOf(entry)} />
      {!entry.isFolder && <ArtifactPreview url={artifactUrl(scope, root, path, true)} name={entry.name} />}
    </Section>
  );
}
