"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { IconCheck, IconSelector } from "@tabler/icons-react";
import { PageLink } from "./page-link.tsx";

export interface CrumbChoice {
  key: string;
  label: string;
  href: string;
}

interface CrumbMenuProps {
  /** What is chosen: workspace, project or experiment. */
  what: string;
  current: CrumbChoice;
  choices: readonly CrumbChoice[];
}

/** One step of the breadcrumb: a link to it, and a menu of its siblings. */
export function CrumbMenu({ what, current, choices }: CrumbMenuProps) {
  return (
    <span className="shell-crumb">
      <PageLink href={current.href} className="assay-truncate">
        {current.label}
      </PageLink>
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <UnstyledButton className="shell-crumb-switch" aria-label={`Switch ${what}`}>
            <IconSelector size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown mah={400} style={{ overflowY: "auto" }}>
          <Menu.Label>Switch {what}</Menu.Label>
          {choices.map((choice) => (
            <Menu.Item
              key={choice.key}
              component={PageLink}
              href={choice.href}
              leftSection={<IconCheck size={14} opacity={choice.key === current.key ? 1 : 0} />}
            >
              {choice.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
