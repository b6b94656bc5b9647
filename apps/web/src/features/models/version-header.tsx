"use client";

import type { Alias, ModelVersionDetail } from "@assay/contract";
import { TimeText } from "@assay/ui";
import { Anchor, Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { modelPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { PageLink } from "../shell/page-link.tsx";
import { AliasBadge } from "./alias-badge.tsx";
import { MoveAliasDialog } from "./move-alias-dialog.tsx";

interface VersionHeaderProps {
  version: ModelVersionDetail;
  aliases: readonly Alias[];
}

/** Which version, what points at it, and the way to point something at it. */
export function VersionHeader({ version, aliases }: VersionHeaderProps) {
  const scope = useScope();
  const [isMoving, moving] = useDisclosure(false);
  const here = aliases.filter((alias) => alias.version === version.number);
  return (
    <header>
      <div className="screen-head">
        <Anchor component={PageLink} href={modelPath(scope, version.modelName)} fz={20} fw={600}>
          {version.modelName}
        </Anchor>
        <h1 className="screen-title">v{version.number}</h1>
        {here.map((alias) => (
          <AliasBadge key={alias.name} name={alias.name} isProtected={alias.isProtected} />
        ))}
        <span className="screen-actions">
          <Button onClick={moving.open}>Move alias</Button>
        </span>
      </div>
      <p className="run-facts">
        <span>
          registered <TimeText timeMs={version.createdAtMs} /> by {version.createdBy}
        </span>
        {version.description !== "" && <span>{version.description}</span>}
      </p>
      {isMoving && <MoveAliasDialog version={version} aliases={aliases} onClose={moving.close} />}
    </header>
  );
}
