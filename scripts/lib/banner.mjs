/** Prints what a person needs next: where to look, how to get in, how to log a run. */
export function printBanner({ ready, logDir, location }) {
  const lines = ["", `Assay is ready:  ${ready.url}`];
  if (ready.signInLink) lines.push("", "Sign in for the first time (this link works once):", `  ${ready.signInLink}`);
  if (ready.tracking) {
    lines.push(
      "",
      "Log runs with an unchanged MLflow script:",
      `  export MLFLOW_TRACKING_URI=${ready.tracking.uri}`,
      `  export MLFLOW_TRACKING_TOKEN=${ready.tracking.token}`,
    );
  }
  lines.push("", ...(location ? [`Database: ${location}`] : []), `Logs: ${logDir}`, "Ctrl-C stops everything.", "");
  console.log(lines.join("\n"));
}
