"use client";

import { type Role, roleAllows } from "@assay/contract";
import { Button } from "@mantine/core";
import { systemPath } from "../../data/paths.ts";
import { PageLink } from "../shell/page-link.tsx";
import { AuditSection } from "./audit-section.tsx";
import { MembersSection } from "./members-section.tsx";
import { TokensSection } from "./tokens-section.tsx";

/** A workspace's people, tokens and record of consequential acts. */
export function SettingsScreen({ workspace, role }: { workspace: string; role: Role }) {
  return (
    <div className="screen screen-narrow">
      <header className="screen-head">
        <h1 className="screen-title">Settings</h1>
        <span className="screen-note">Your role in this workspace: {role}</span>
        {roleAllows(role, "system:read") && (
          <span className="screen-actions">
            <Button component={PageLink} variant="default" href={systemPath(workspace)}>
              System
            </Button>
          </span>
        )}
      </header>
      <TokensSection workspace={workspace} />
      <MembersSection workspace={workspace} />
      {roleAllows(role, "audit:read") && <AuditSection workspace={workspace} />}
    </div>
  );
}
