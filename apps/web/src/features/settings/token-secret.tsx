import { Snippet } from "@assay/ui";
import { Button, Group, Stack, Text } from "@mantine/core";
import { exportLines } from "../start/export-lines.ts";
import { useOrigin } from "../start/use-origin.ts";

/** The secret, once. */
export function TokenSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const origin = useOrigin();
  return (
    <Stack gap="sm">
      <Text>Copy it now: it is shown only here. A lost token is revoked and made anew.</Text>
      <Snippet code={secret} what="token" />
      <Text>For a Python script that uses MLflow:</Text>
      <Snippet code={exportLines("mlflow", origin, secret)} what="environment lines" />
      <Text>For the TypeScript client:</Text>
      <Snippet code={exportLines("sdk", origin, secret)} what="environment lines for TypeScript" />
      <Group justify="flex-end">
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  );
}
