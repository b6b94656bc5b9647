"use client";

import type { ArtifactEntry, ArtifactOwner } from "@assay/contract";
import { formatBytes } from "@assay/ui";
import { UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight, IconFile, IconFolder } from "@tabler/icons-react";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";

interface ArtifactFolderProps {
  owner: ArtifactOwner;
  entry: ArtifactEntry;
  depth: number;
  /** The chosen path; the folders on the way to it start open. */
  openPath: string | null;
  onChoose: (entry: ArtifactEntry) => void;
}

/** One line of the tree, and below an open folder its own lines. */
export function ArtifactFolder({ owner, entry, depth, openPath, onChoose }: ArtifactFolderProps) {
  const trpc = useTRPC();
  const scope = useScope();
  const [isOpen, setOpen] = useState(openPath?.startsWith(`${entry.path}/`) ?? false);
  const children = useQuery(
    trpc.artifact.list.queryOptions(entry.isFolder && isOpen ? { ...scope, owner, path: entry.path } : skipToken),
  );
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const choose = () => {
    if (entry.isFolder) setOpen(!isOpen || openPath !== entry.path);
    onChoose(entry);
  };
  return (
    <li>
      <UnstyledButton
        className="artifacts-entry"
        style={{ paddingLeft: 8 + depth * 16 }}
        aria-expanded={entry.isFolder ? isOpen : undefined}
        aria-current={openPath === entry.path || undefined}
        onClick={choose}
      >
        {entry.isFolder ? <Chevron size={14} aria-hidden /> : <span className="artifacts-indent" />}
        {entry.isFolder ? <IconFolder size={15} aria-hidden /> : <IconFile size={15} aria-hidden />}
        <span className="assay-truncate">{entry.name}</span>
        {!entry.isFolder && <span className="artifacts-size assay-figures">{formatBytes(entry.sizeBytes)}</span>}
      </UnstyledButton>
      {isOpen && (
        <ul>
          {(children.data ?? []).map((child) => (
            <ArtifactFolder
              key={child.path}
              owner={owner}
              entry={child}
              depth={depth + 1}
              openPath={openPath}
              onChoose={onChoose}
            />
          ))}
        </ul>
      )}
    </li>
  );
}
