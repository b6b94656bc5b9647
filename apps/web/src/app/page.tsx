import { redirect } from "next/navigation";
import { NoWorkspace } from "../features/start/no-workspace.tsx";
import { requireSession } from "../server/require-session.ts";

export default async function HomePage() {
  const session = await requireSession();
  const [first] = session.workspaces;
  if (first !== undefined) redirect(`/${first.slug}`);
  return <NoWorkspace email={session.user.email} />;
}
