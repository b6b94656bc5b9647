import type { ReactNode } from "react";
import { ProjectFrame } from "../../../features/shell/project-frame.tsx";
import { requireSession } from "../../../server/require-session.ts";

interface ProjectLayoutProps {
  params: Promise<{ workspace: string; project: string }>;
  children: ReactNode;
}

export default async function ProjectLayout({ params, children }: ProjectLayoutProps) {
  const [session, { workspace, project }] = await Promise.all([requireSession(), params]);
  return (
    <ProjectFrame session={session} workspace={workspace} project={project}>
      {children}
    </ProjectFrame>
  );
}
