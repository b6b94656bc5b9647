"use client";

import { EmptyState } from "@assay/ui";
import { Button } from "@mantine/core";
import { signOut } from "next-auth/react";

/** For a person who belongs to no team yet. */
export function NoWorkspace({ email }: { email: string }) {
  return (
    <main className="screen screen-narrow">
      <EmptyState
        title="You belong to no workspace yet"
        action={
          <Button variant="default" onClick={() => void signOut({ callbackUrl: "/sign-in" })}>
            Sign out
          </Button>
        }
      >
        <p>Ask an administrator of your team to add {email}, then reload this page.</p>
      </EmptyState>
    </main>
  );
}
