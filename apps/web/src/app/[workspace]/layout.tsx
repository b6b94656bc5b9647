import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireSession } from "../../server/require-session.ts";

interface WorkspaceLayoutProps {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}

export default async function WorkspaceLayout({ params, children }: WorkspaceLayoutProps) {
  const [session, { workspace }] = await Promise.all([requireSession(), params]);
  if (!session.workspaces.some(({ slug }) => slug === workspace)) notFound();
  return children;
}
