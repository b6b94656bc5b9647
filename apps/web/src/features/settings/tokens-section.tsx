"use client";

import { EmptyState, Section, SkeletonRows } from "@assay/ui";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useTRPC } from "../../data/trpc.ts";
import { CreateTokenDialog } from "./create-token-dialog.tsx";
import { TokenTable } from "./token-table.tsx";

/** The keys that scripts and services use. */
export function TokensSection({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const tokens = useQuery(trpc.token.list.queryOptions({ workspace }));
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <Section
      title="API tokens"
      actions={
        <Button size="compact-xs" onClick={open}>
          Create token
        </Button>
      }
    >
      {tokens.isPending && <SkeletonRows rows={3} />}
      {tokens.isError && <QueryError error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data?.length === 0 && (
        <EmptyState title="No tokens yet">
          <p>A script proves who it logs for with a token. Create one and put it in MLFLOW_TRACKING_TOKEN.</p>
        </EmptyState>
      )}
      {tokens.data !== undefined && tokens.data.length > 0 && <TokenTable workspace={workspace} tokens={tokens.data} />}
      <CreateTokenDialog workspace={workspace} isOpen={isOpen} onClose={close} />
    </Section>
  );
}
