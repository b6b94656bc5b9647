/** The newest MLflow release this door is tested with; clients ask for it to decide what they may call. */
export const MLFLOW_VERSION = "3.18.0";
