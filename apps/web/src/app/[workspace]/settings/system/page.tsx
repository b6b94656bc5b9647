import type { Metadata } from "next";
import { Frame } from "../../../../features/shell/frame.tsx";
import { SystemScreen } from "../../../../features/system/system-screen.tsx";
import { requireSession } from "../../../../server/require-session.ts";

export const metadata: Metadata = { title: "System" };

export default async function SystemPage({ params }: { params: Promise<{ workspace: string }> }) {
  const [session, { workspace }] = await Promise.all([requireSession(), params]);
  return (
    <Frame session={session} workspace={workspace} project={null}>
      <SystemScreen workspace={workspace} />
    </Frame>
  );
}
