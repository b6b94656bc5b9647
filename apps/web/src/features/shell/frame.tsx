"use client";

import type { Session } from "@assay/contract";
import type { ReactNode } from "react";
import { Rail } from "./rail.tsx";
import { TopBar } from "./top-bar.tsx";
import "./shell.css";

interface FrameProps {
  session: Session;
  workspace: string;
  /** The project that the screen is in; null on the workspace's own screens. */
  project: string | null;
  children: ReactNode;
}

/** Bar on top, rail at the side, one screen at a time. */
export function Frame({ session, workspace, project, children }: FrameProps) {
  return (
    <div className="shell">
      <a href="#screen" className="shell-skip">
        Skip to content
      </a>
      <TopBar session={session} workspace={workspace} project={project} />
      <Rail workspace={workspace} project={project} />
      <main id="screen" className="shell-screen" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
