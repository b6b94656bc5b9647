import { openForeignDatabase, mlflowTables as sql, sqlitePath } from "@assay/db/foreign";
import type { FileReader } from "../files/file-reader.ts";
import type {
  MlflowSource,
  SourceExperiment,
  SourceModel,
  SourcePoints,
  SourceRun,
  SourceVersion,
} from "../source/mlflow-source.ts";
import { readLoggedModels } from "./read-logged-models.ts";
import { readRun } from "./read-run.ts";
import * as rows from "./rows.ts";
import { Tables } from "./tables.ts";

export interface DatabaseSourceOptions {
  /** As SQLAlchemy writes it. */
  uri: string;
  files: FileReader;
  /** Of a server that has several; MLflow's own is `default`. */
  workspace?: string | undefined;
}

/** Points in one page. */
const PAGE_POINTS = 20_000;
const SKIPPED = { trace_info: "traces", evaluation_datasets: "evaluation datasets", webhooks: "webhooks" } as const;

/** Reads the database behind an MLflow server: SQLite or PostgreSQL, of any version since 1.0. */
export async function openDatabaseSource({ uri, files, workspace }: DatabaseSourceOptions): Promise<MlflowSource> {
  const tables = new Tables(await openForeignDatabase(uri));
  const { tables: known } = tables.db;
  if (!known.has("experiments") || !known.has("runs")) {
    await tables.db.close();
    throw new Error(`${nameOf(uri)} is no MLflow database: it has no tables experiments and runs`);
  }
  const space = workspace ?? "default";
  return {
    name: nameOf(uri) + (workspace === undefined ? "" : ` (workspace ${workspace})`),
    runsAtOnce: 1,
    files,
    experiments: () => readExperiments(tables, space),
    runs: (experiment) => readRuns(tables, experiment),
    points: (run) => readPoints(tables, run),
    loggedModels: (experiment) => readLoggedModels(tables, experiment),
    registeredModels: () => readModels(tables, space),
    versions: (model) => readVersions(tables, space, model),
    leftovers: () => countLeftovers(tables, space),
    close: () => tables.db.close(),
  };
}

/** Without the password, user and options: the same database however it is reached. */
function nameOf(uri: string): string {
  if (/^sqlite/i.test(uri)) return `sqlite:///${sqlitePath(uri)}`;
  const url = new URL(uri);
  return `postgresql://${url.host}${url.pathname}`;
}

async function* readExperiments(tables: Tables, workspace: string): AsyncGenerator<SourceExperiment> {
  const text = sql.experiments(tables.db.tables);
  for (const row of await tables.all(rows.ExperimentRow, { table: "experiments", text, values: [workspace] })) {
    yield {
      id: row.experiment_id,
      name: row.name,
      isDeleted: row.lifecycle_stage === "deleted",
      createdAtMs: row.creation_time,
      updatedAtMs: row.last_update_time,
      tags: await tables.entries("experiment_tags", sql.experimentTags, row.experiment_id),
    };
  }
}

/** All rows are read before the first goes on: a SQLite file must not stay locked while its runs are brought. */
async function* readRuns(tables: Tables, { id }: SourceExperiment): AsyncGenerator<SourceRun> {
  const text = sql.runs(tables.db.tables);
  for (const row of await tables.all(rows.RunRow, { table: "runs", text, values: [id] })) {
    yield await readRun(tables, row);
  }
}

async function* readPoints(tables: Tables, run: SourceRun): AsyncGenerator<SourcePoints> {
  let page: SourcePoints | undefined;
  for await (const row of tables.each(rows.MetricRow, sql.metrics(tables.db.tables), [run.id])) {
    if (page !== undefined && (page.key !== row.key || page.values.length >= PAGE_POINTS)) {
      yield page;
      page = undefined;
    }
    page ??= { key: row.key, steps: [], timesMs: [], values: [] };
    page.steps.push(row.step);
    page.timesMs.push(row.timestamp);
    page.values.push(row.is_nan ? Number.NaN : row.value);
  }
  if (page !== undefined) yield page;
}

async function* readModels(tables: Tables, workspace: string): AsyncGenerator<SourceModel> {
  const known = tables.db.tables;
  const text = sql.models(known);
  for (const row of await tables.all(rows.ModelRow, { table: "registered_models", text, values: [workspace] })) {
    const values = [workspace, row.name];
    const tagTable = "registered_model_tags";
    const aliasTable = "registered_model_aliases";
    const tagText = sql.ofModel(known, tagTable, ["key", "value"]);
    const aliasText = sql.ofModel(known, aliasTable, ["alias", "version"]);
    yield {
      name: row.name,
      description: row.description,
      createdAtMs: row.creation_time,
      updatedAtMs: row.last_updated_time,
      tags: await tables.all(rows.EntryRow, { table: tagTable, text: tagText, values }),
      aliases: await tables.all(rows.AliasRow, { table: aliasTable, text: aliasText, values }),
    };
  }
}

async function* readVersions(tables: Tables, workspace: string, { name }: SourceModel): AsyncGenerator<SourceVersion> {
  const known = tables.db.tables;
  const values = [workspace, name];
  const table = "model_version_tags";
  const text = sql.ofModel(known, table, ["key", "value", "version"]);
  const tags = await tables.all(rows.VersionTagRow, { table, text, values });
  const all = await tables.all(rows.VersionRow, { table: "model_versions", text: sql.versions(known), values });
  for (const row of all) {
    yield {
      name,
      number: row.version,
      description: row.description,
      user: row.user_id,
      stage: row.current_stage,
      source: row.source,
      storageLocation: row.storage_location,
      runId: row.run_id,
      runLink: row.run_link,
      modelId: /^models:\/(m-[0-9a-f]{32})$/.exec(row.source)?.[1] ?? "",
      status: row.status,
      createdAtMs: row.creation_time,
      updatedAtMs: row.last_updated_time,
      tags: tags.filter(({ version }) => version === row.version).map(({ key, value }) => ({ key, value })),
    };
  }
}

async function countLeftovers(tables: Tables, workspace: string): Promise<{ what: string; count: number }[]> {
  const leftovers: { what: string; count: number }[] = [];
  for (const table of ["trace_info", "evaluation_datasets", "webhooks"] as const) {
    const [row] = await tables.all(rows.CountRow, { table, text: sql.countOf(table), values: [] });
    leftovers.push({ what: SKIPPED[table], count: row?.count ?? 0 });
  }
  if (tables.db.tables.get("experiments")?.has("workspace") === true) {
    const text = sql.experimentsElsewhere;
    const [row] = await tables.all(rows.CountRow, { table: "experiments", text, values: [workspace] });
    leftovers.push({ what: "experiments of other workspaces", count: row?.count ?? 0 });
  }
  return leftovers;
}
