"use client";

import type { CreatedToken } from "@assay/contract";
import { Modal } from "@mantine/core";
import { useState } from "react";
import { CreateTokenForm } from "./create-token-form.tsx";
import { TokenSecret } from "./token-secret.tsx";

interface CreateTokenDialogProps {
  workspace: string;
  defaultProject?: string;
  isOpen: boolean;
  onClose: () => void;
  /** Told the secret, so that snippets nearby can show it. */
  onCreated?: (secret: string) => void;
}

/** Asks for a token's name and reach, then shows its secret this once. */
export function CreateTokenDialog({ workspace, defaultProject, isOpen, onClose, onCreated }: CreateTokenDialogProps) {
  const [created, setCreated] = useState<CreatedToken | null>(null);
  const close = () => {
    setCreated(null);
    onClose();
  };
  const accept = (token: CreatedToken) => {
    setCreated(token);
    onCreated?.(token.secret);
  };
  const title = created === null ? "Create a token" : `Token ${created.token.name}`;
  return (
    <Modal opened={isOpen} onClose={close} title={title} size="lg" closeOnClickOutside={created === null}>
      {created === null ? (
        <CreateTokenForm workspace={workspace} defaultProject={defaultProject} onCreated={accept} onCancel={close} />
      ) : (
        <TokenSecret secret={created.secret} onClose={close} />
      )}
    </Modal>
  );
}
