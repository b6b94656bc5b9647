export { type ImportOptions, importMlflow } from "./import/import-mlflow.ts";
export { type SurveyOptions, surveySource } from "./import/survey-source.ts";
export { reportMarkdown } from "./report/report-markdown.ts";
export type { MlflowSource } from "./source/mlflow-source.ts";
export { openSource, type SourceOptions } from "./source/open-source.ts";
