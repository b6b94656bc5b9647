"use client";

import { IconAdjustments, IconDatabase, IconFlask, IconFolders, IconPackage, IconSettings } from "@tabler/icons-react";
import { usePathname } from "next/navigation";
import type { ComponentType } from "react";
import { PageLink } from "./page-link.tsx";

interface RailItem {
  label: string;
  href: string;
  Icon: ComponentType<{ size: number; stroke: number; "aria-hidden": true }>;
  isHere: (path: string) => boolean;
}

function railItems(workspace: string, project: string | null): RailItem[] {
  const home = `/${workspace}`;
  const settings = {
    label: "Settings",
    href: `${home}/settings`,
    Icon: IconSettings,
    isHere: (path: string) => path.startsWith(`${home}/settings`),
  };
  if (project === null) {
    return [{ label: "Projects", href: home, Icon: IconFolders, isHere: (path) => path === home }, settings];
  }
  const root = `${home}/${project}`;
  const isUnder = (folder: string) => (path: string) => path.startsWith(`${root}/${folder}`);
  return [
    {
      label: "Runs",
      href: root,
      Icon: IconFlask,
      isHere: (path) => path === root || ["experiments", "runs", "compare"].some((folder) => isUnder(folder)(path)),
    },
    { label: "Models", href: `${root}/models`, Icon: IconPackage, isHere: isUnder("models") },
    { label: "Data", href: `${root}/datasets`, Icon: IconDatabase, isHere: isUnder("datasets") },
    { label: "Project", href: `${root}/settings`, Icon: IconAdjustments, isHere: isUnder("settings") },
    settings,
  ];
}

/** The screens of a project, one click away; at the foot on a phone. */
export function Rail({ workspace, project }: { workspace: string; project: string | null }) {
  const path = usePathname();
  return (
    <nav className="shell-rail" aria-label="Screens">
      {railItems(workspace, project).map(({ label, href, Icon, isHere }) => (
        <PageLink key={label} href={href} className="shell-rail-item" aria-current={isHere(path) ? "page" : undefined}>
          <Icon size={18} stroke={1.6} aria-hidden />
          <span>{label}</span>
        </PageLink>
      ))}
    </nav>
  );
}
