"use client";

import type { Session } from "@assay/contract";
import { useParams } from "next/navigation";
import { AvatarMenu } from "./avatar-menu.tsx";
import { ExperimentCrumb } from "./experiment-crumb.tsx";
import { HelpButton } from "./help-button.tsx";
import { LiveButton } from "./live-button.tsx";
import { PageLink } from "./page-link.tsx";
import { ProjectCrumb } from "./project-crumb.tsx";
import { SearchButton } from "./search-button.tsx";
import { WorkspaceCrumb } from "./workspace-crumb.tsx";

interface TopBarProps {
  session: Session;
  workspace: string;
  project: string | null;
}

/** Where you are, search, the live connection, and you. */
export function TopBar({ session, workspace, project }: TopBarProps) {
  const { number } = useParams<{ number?: string }>();
  return (
    <header className="shell-bar">
      <PageLink href={`/${workspace}`} className="shell-mark" aria-label="Assay: all projects">
        <svg width={18} height={18} viewBox="0 0 18 18" aria-hidden>
          <path d="M9 1 17 9 9 17 1 9Z" fill="none" stroke="currentColor" strokeWidth={1.6} />
          <path d="M5.5 11.5 9 5.5l3.5 6" fill="none" stroke="currentColor" strokeWidth={1.6} />
        </svg>
      </PageLink>
      <nav aria-label="Breadcrumb" className="shell-crumbs">
        <WorkspaceCrumb session={session} workspace={workspace} />
        {project !== null && <ProjectCrumb workspace={workspace} project={project} />}
        {project !== null && number !== undefined && <ExperimentCrumb number={Number(number)} />}
      </nav>
      {project !== null && <SearchButton />}
      <span className="shell-bar-end">
        {project !== null && <LiveButton />}
        <HelpButton />
        <AvatarMenu user={session.user} />
      </span>
    </header>
  );
}
