import type { Metadata } from "next";
import { ProjectsScreen } from "../../features/projects/projects-screen.tsx";
import { Frame } from "../../features/shell/frame.tsx";
import { requireSession } from "../../server/require-session.ts";

export const metadata: Metadata = { title: "Projects" };

export default async function ProjectsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const [session, { workspace }] = await Promise.all([requireSession(), params]);
  return (
    <Frame session={session} workspace={workspace} project={null}>
      <ProjectsScreen workspace={workspace} />
    </Frame>
  );
}
