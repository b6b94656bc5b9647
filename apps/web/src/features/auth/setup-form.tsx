"use client";

import { CompleteSetupInput } from "@assay/contract";
import { ErrorNotice } from "@assay/ui";
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { QueryError } from "../../data/query-error.tsx";
import { useTRPC } from "../../data/trpc.ts";
import { AuthCard } from "./auth-card.tsx";

function readForm(form: HTMLFormElement, token: string) {
  const text = (name: string) => String(new FormData(form).get(name) ?? "");
  return CompleteSetupInput.safeParse({
    token,
    name: text("name"),
    email: text("email"),
    password: text("password"),
    workspaceName: text("workspaceName"),
  });
}

/** Makes the first account and its workspace, then signs in. */
export function SetupForm({ token }: { token: string }) {
  const trpc = useTRPC();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);
  const complete = useMutation(trpc.setup.complete.mutationOptions());

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = readForm(event.currentTarget, token);
    setProblems({});
    if (!input.success) {
      return setProblems(Object.fromEntries(input.error.issues.map((issue) => [String(issue.path[0]), issue.message])));
    }
    setBusy(true);
    try {
      await complete.mutateAsync(input.data);
      const { email, password } = input.data;
      await signIn("credentials", { email, password, redirect: false });
      window.location.assign("/");
    } catch {
      setBusy(false);
    }
  };

  return (
    <AuthCard title="Set up Assay" note="You become the administrator of this instance and of its first workspace.">
      <form className="auth-form" onSubmit={(event) => void submit(event)} noValidate>
        <TextInput label="Name" name="name" autoComplete="name" required autoFocus size="sm" error={problems.name} />
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          required
          size="sm"
          error={problems.email}
        />
        <PasswordInput
          label="Password"
          description="At least 12 characters"
          name="password"
          autoComplete="new-password"
          required
          size="sm"
          error={problems.password}
        />
        <TextInput
          label="Workspace name"
          description="Your team, for instance Vision"
          name="workspaceName"
          required
          size="sm"
          error={problems.workspaceName}
        />
        {problems.token !== undefined && (
          <ErrorNotice message="The link is incomplete." remedy="Copy it whole from the terminal that printed it." />
        )}
        {complete.isError && <QueryError error={complete.error} />}
        <Button type="submit" size="sm" loading={isBusy}>
          Create account
        </Button>
      </form>
    </AuthCard>
  );
}
