"use client";

import type { ApiToken } from "@assay/contract";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notifyError } from "../../data/notify-error.ts";
import { useTRPC } from "../../data/trpc.ts";

/** Revokes a token after saying what stops working. */
export function RevokeTokenButton({ workspace, token }: { workspace: string; token: ApiToken }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure(false);
  const revoke = useMutation(
    trpc.token.revoke.mutationOptions({
      onSuccess: async () => {
        close();
        await queryClient.invalidateQueries(trpc.token.list.queryFilter());
      },
      onError: notifyError,
    }),
  );
  return (
    <>
      <Button variant="default" size="compact-xs" onClick={open} aria-label={`Revoke ${token.name}`}>
        Revoke
      </Button>
      <Modal opened={isOpen} onClose={close} title={`Revoke ${token.name}`}>
        <Stack gap="md">
          <Text>
            Whatever still uses {token.hint} is refused from now on. This cannot be undone; a new token can be made.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Keep it
            </Button>
            <Button
              color="red"
              loading={revoke.isPending}
              onClick={() => revoke.mutate({ workspace, tokenId: token.id })}
            >
              Revoke token
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
