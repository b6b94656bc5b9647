"use client";

import type { Session } from "@assay/contract";
import { CrumbMenu } from "./crumb-menu.tsx";

/** The workspace in the breadcrumb. */
export function WorkspaceCrumb({ session, workspace }: { session: Session; workspace: string }) {
  const choices = session.workspaces.map(({ slug, name }) => ({ key: slug, label: name, href: `/${slug}` }));
  const current = choices.find((choice) => choice.key === workspace) ?? {
    key: workspace,
    label: workspace,
    href: `/${workspace}`,
  };
  return <CrumbMenu what="workspace" current={current} choices={choices} />;
}
