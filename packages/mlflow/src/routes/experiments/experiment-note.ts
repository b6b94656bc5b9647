/** The tag that clients keep a description in. */
export const NOTE_TAG = "mlflow.note.content";
export const EXPERIMENT_NOTE_LENGTH = 10_000;
