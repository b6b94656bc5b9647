"use client";

import type { ArtifactEntry, RunDetail } from "@assay/contract";
import { EmptyState, Section, SkeletonRows, Snippet } from "@assay/ui";
import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { RegisterDialog } from "../models/register-dialog.tsx";
import { ArtifactDetails } from "./artifact-details.tsx";
import { ArtifactFolder } from "./artifact-folder.tsx";
import "./artifacts.css";

/** A run's files: tree on the left, the chosen one on the right. */
export function ArtifactsTab({ run }: { run: RunDetail }) {
  const trpc = useTRPC();
  const scope = useScope();
  const [path, setPath] = useQueryState("path", parseAsString);
  const [chosen, setChosen] = useState<ArtifactEntry | null>(null);
  const [folderToRegister, setFolderToRegister] = useState<string | null>(null);
  const owner = { kind: "run" as const, runId: run.id };
  const root = useQuery(trpc.artifact.list.queryOptions({ ...scope, owner, path: "" }));
  const choose = (entry: ArtifactEntry) => {
    setChosen(entry);
    void setPath(entry.path);
  };
  if (root.data?.length === 0) {
    return (
      <EmptyState title="No artifacts yet">
        <p>Files that the run keeps appear here, stored by their content. From Python:</p>
        <Snippet code={'mlflow.log_artifact("confusion.png")'} what="Python line" />
      </EmptyState>
    );
  }
  return (
    <div className="artifacts">
      <Section title="Files">
        {root.isPending && <SkeletonRows rows={6} height={28} />}
        {root.isError && <QueryError error={root.error} onRetry={() => void root.refetch()} />}
        <ul className="artifacts-tree" aria-label="Files">
          {(root.data ?? []).map((entry) => (
            <ArtifactFolder key={entry.path} owner={owner} entry={entry} depth={0} openPath={path} onChoose={choose} />
          ))}
        </ul>
      </Section>
      {path === null ? (
        <p className="screen-note">Choose a file to see it.</p>
      ) : (
        <ArtifactDetails
          key={path}
          runId={run.id}
          path={path}
          entry={chosen?.path === path ? chosen : null}
          onRegister={setFolderToRegister}
        />
      )}
      {folderToRegister !== null && (
        <RegisterDialog
          what={`folder ${folderToRegister}`}
          source={{ kind: "runArtifacts", runId: run.id, path: folderToRegister }}
          onClose={() => setFolderToRegister(null)}
        />
      )}
    </div>
  );
}
