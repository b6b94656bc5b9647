import type { Metadata } from "next";
import { SettingsScreen } from "../../../features/settings/settings-screen.tsx";
import { Frame } from "../../../features/shell/frame.tsx";
import { requireSession } from "../../../server/require-session.ts";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const [session, { workspace }] = await Promise.all([requireSession(), params]);
  const role = session.workspaces.find(({ slug }) => slug === workspace)?.role ?? "viewer";
  return (
    <Frame session={session} workspace={workspace} project={null}>
      <SettingsScreen workspace={workspace} role={role} />
    </Frame>
  );
}
