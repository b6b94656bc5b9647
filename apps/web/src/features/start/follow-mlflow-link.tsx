"use client";

import { RunId, type Workspace } from "@assay/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { experimentPath, runPath } from "../../data/paths.ts";
import { useTRPC } from "../../data/trpc.ts";
import { readMlflowLink } from "./mlflow-link.ts";

/** Goes where a link printed by an MLflow client means, else to the first workspace. */
export function FollowMlflowLink({ first }: { first: Workspace }) {
  const router = useRouter();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useEffect(() => {
    const home = `/${first.slug}`;
    const target = async (): Promise<string> => {
      const link = readMlflowLink(window.location.hash);
      if (link === null) return home;
      if (link.runId !== null) {
        const runId = RunId.parse(link.runId);
        return runPath(await queryClient.query(trpc.run.locate.queryOptions({ runId })), runId);
      }
      const projects = await queryClient.query(trpc.project.list.queryOptions({ workspace: first.slug }));
      const [only, ...others] = projects;
      const isClear = only !== undefined && others.length === 0;
      return isClear ? experimentPath({ workspace: first.slug, project: only.slug }, link.experiment) : home;
    };
    target().then(
      (path) => router.replace(path),
      () => router.replace(home),
    );
  }, [first.slug, queryClient, router, trpc]);
  return null;
}
