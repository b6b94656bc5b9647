"use client";

import type { Session } from "@assay/contract";
import { type ReactNode, useMemo } from "react";
import { LiveProvider } from "../../data/live/live-provider.tsx";
import { ScopeContext } from "../../data/scope-context.ts";
import { SeriesProvider } from "../../data/series/series-context.tsx";
import { Frame } from "./frame.tsx";
import { Palette } from "./palette.tsx";

interface ProjectFrameProps {
  session: Session;
  workspace: string;
  project: string;
  children: ReactNode;
}

/** The frame around a project's screens, with its live connection and search. */
export function ProjectFrame({ session, workspace, project, children }: ProjectFrameProps) {
  const scope = useMemo(() => ({ workspace, project }), [workspace, project]);
  return (
    <ScopeContext value={scope}>
      <LiveProvider>
        <SeriesProvider>
          <Frame session={session} workspace={workspace} project={project}>
            {children}
          </Frame>
          <Palette />
        </SeriesProvider>
      </LiveProvider>
    </ScopeContext>
  );
}
