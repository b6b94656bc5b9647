"use client";

import { EmptyState, plural, SkeletonRows, Snippet } from "@assay/ui";
import { useQuery } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { CreateModelButton } from "./create-model-button.tsx";
import { ModelTable } from "./model-table.tsx";

const SNIPPET = `mlflow.sklearn.log_model(model, name="model", registered_model_name="digits-classifier")`;

/** A project's registered models. */
export function ModelsScreen() {
  const trpc = useTRPC();
  const scope = useScope();
  const models = useQuery(trpc.model.list.queryOptions(scope));
  return (
    <div className="screen">
      <header className="screen-head">
        <h1 className="screen-title">Models</h1>
        {models.data !== undefined && <span className="screen-note">{plural(models.data.length, "model")}</span>}
        <span className="screen-actions">
          <CreateModelButton />
        </span>
      </header>
      {models.isPending && <SkeletonRows rows={4} height={37} />}
      {models.isError && <QueryError error={models.error} onRetry={() => void models.refetch()} />}
      {models.data?.length === 0 && (
        <EmptyState title="No registered models yet">
          <p>
            A registered model keeps numbered versions, each frozen with the run it came from. Press Register model on a
            run's page, or let the script do it:
          </p>
          <Snippet code={SNIPPET} what="Python line" />
        </EmptyState>
      )}
      {models.data !== undefined && models.data.length > 0 && <ModelTable models={models.data} />}
    </div>
  );
}
