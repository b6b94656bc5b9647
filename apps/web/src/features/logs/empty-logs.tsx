"use client";

import { EmptyState, Snippet } from "@assay/ui";
import { useScope } from "../../data/scope-context.ts";
import { useOrigin } from "../start/use-origin.ts";
import { logPath } from "./log-path.ts";

/** How console output gets here, with this instance's address and this run. */
export function EmptyLogs({ runId }: { runId: string }) {
  const scope = useScope();
  const target = `${useOrigin()}${logPath(scope, runId)}`;
  return (
    <EmptyState title="No console output yet">
      <p>The TypeScript client keeps what a program prints, line by line, and sends it in the background:</p>
      <Snippet code={"const run = await assay.createRun({ captureConsole: true });"} what="TypeScript line" />
      <p>
        For Python with MLflow, <code>examples/python/keep_console.py</code> is a file to copy:
      </p>
      <Snippet
        code={'with mlflow.start_run() as run, keep_console(run.info.run_id):\n    print("epoch 1")'}
        what="Python lines"
      />
      <p>Anything else sends its lines itself. A batch that is sent again is taken once:</p>
      <Snippet code={curlSnippet(target)} what="shell lines" />
    </EmptyState>
  );
}

function curlSnippet(target: string): string {
  return `curl \\
  ${target} \\
  -H "Authorization: Bearer $ASSAY_TOKEN" -H "Content-Type: application/json" \\
  -d '{ "firstLine": 0, "lines": [{ "timeMs": '$(date +%s000)', "text": "epoch 1" }] }'`;
}
