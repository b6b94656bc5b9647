"use client";

import type { ApiToken } from "@assay/contract";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../data/trpc.ts";
import { ConfirmModal } from "../confirm/confirm-modal.tsx";

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
    }),
  );
  return (
    <>
      <Button variant="default" size="compact-xs" onClick={open} aria-label={`Revoke ${token.name}`}>
        Revoke
      </Button>
      <ConfirmModal
        title={`Revoke ${token.name}`}
        action="Revoke token"
        isOpen={isOpen}
        change={revoke}
        onConfirm={() => revoke.mutate({ workspace, tokenId: token.id })}
        onClose={close}
      >
        Whatever still uses {token.hint} is refused from now on. This cannot be undone; a new token can be made.
      </ConfirmModal>
    </>
  );
}
