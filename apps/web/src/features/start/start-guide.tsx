"use client";

import { EmptyState, Snippet } from "@assay/ui";
import { Button, Stack, Tabs, Text } from "@mantine/core";
import { useState } from "react";
import { useScope } from "../../data/scope-context.ts";
import { CreateTokenDialog } from "../settings/create-token-dialog.tsx";
import { exportLines } from "./export-lines.ts";
import { pythonSnippet } from "./python-snippet.ts";
import { typescriptSnippet } from "./typescript-snippet.ts";
import { useOrigin } from "./use-origin.ts";

/** How to log the first run, with this instance's address and, once made, a token filled in. */
export function StartGuide({ experiment }: { experiment: string | null }) {
  const scope = useScope();
  const origin = useOrigin();
  const [secret, setSecret] = useState<string | null>(null);
  const [isCreating, setCreating] = useState(false);
  const name = experiment ?? "first-steps";
  return (
    <EmptyState title="Log the first run">
      <Tabs defaultValue="python" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="python">Python (MLflow)</Tabs.Tab>
          <Tabs.Tab value="typescript">TypeScript</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="python" pt="md">
          <Stack gap="sm">
            <Text>A script that already uses MLflow needs nothing but these two lines in its shell.</Text>
            <Snippet code={exportLines("mlflow", origin, secret)} what="environment lines" />
            <Text>Without one, this logs a run:</Text>
            <Snippet code={pythonSnippet(name)} what="Python snippet" />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="typescript" pt="md">
          <Stack gap="sm">
            <Text>The typed client never blocks the training loop and keeps what it cannot send yet.</Text>
            <Snippet code={exportLines("sdk", origin, secret)} what="environment lines" />
            <Snippet code={typescriptSnippet(`${scope.workspace}/${scope.project}`, name)} what="TypeScript snippet" />
          </Stack>
        </Tabs.Panel>
      </Tabs>
      <Button mt="md" variant={secret === null ? "filled" : "default"} onClick={() => setCreating(true)}>
        Create a token
      </Button>
      {secret === null && <Text mt="xs">The run appears here by itself as soon as it starts.</Text>}
      <CreateTokenDialog
        workspace={scope.workspace}
        defaultProject={scope.project}
        isOpen={isCreating}
        onClose={() => setCreating(false)}
        onCreated={setSecret}
      />
    </EmptyState>
  );
}
