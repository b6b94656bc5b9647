import { FollowMlflowLink } from "../features/start/follow-mlflow-link.tsx";
import { NoWorkspace } from "../features/start/no-workspace.tsx";
import { requireSession } from "../server/require-session.ts";

export default async function HomePage() {
  const session = await requireSession();
  const [first] = session.workspaces;
  // Where to go may stand in the fragment, which only the browser sees.
  if (first !== undefined) return <FollowMlflowLink first={first} />;
  return <NoWorkspace email={session.user.email} />;
}
