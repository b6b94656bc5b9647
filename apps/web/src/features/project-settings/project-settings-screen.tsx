"use client";

import { Anchor } from "@mantine/core";
import { useScope } from "../../data/scope-context.ts";
import { PageLink } from "../shell/page-link.tsx";
import { WebhooksSection } from "../webhooks/webhooks-section.tsx";
import { ArchiveSection } from "./archive-section.tsx";
import { ProjectStorageSection } from "./project-storage-section.tsx";
import { RetentionSection } from "./retention-section.tsx";

/** What a project takes up, how long it keeps archived runs, who is told of it, and its end. */
export function ProjectSettingsScreen() {
  const { workspace, project } = useScope();
  return (
    <div className="screen screen-narrow">
      <header className="screen-head">
        <h1 className="screen-title">Project settings</h1>
        <span className="screen-note">{project}</span>
        <span className="screen-actions">
          <Anchor component={PageLink} href={`/${workspace}/settings`}>
            People, tokens and audit log
          </Anchor>
        </span>
      </header>
      <ProjectStorageSection />
      <RetentionSection />
      <WebhooksSection />
      <ArchiveSection />
    </div>
  );
}
