import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** The two calls used here; TypeScript knows WebAssembly only together with a browser's whole library. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: Record<string, object>): Promise<{ exports: Record<string, unknown> }>;
};

let loaded: Promise<void> | undefined;

async function load(): Promise<void> {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const module = await WebAssembly.compile(await readFile(path.join(path.dirname(script), "schema_engine_bg.wasm")));
  const { exports } = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": { ...engine } });
  engine.__wbg_set_wasm(exports);
  if (typeof exports.__wbindgen_start === "function") exports.__wbindgen_start();
}

type WholeScripts = { pool: pg.Pool; onError: (error: unknown) => void };

/**
 * The adapter cuts scripts at every semicolon, which breaks function bodies and leaves half a migration behind.
 * Sent whole, PostgreSQL runs a script as one implicit transaction.
 */
function wholeScripts({ pool, onError }: WholeScripts): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect();
      adapter.executeScript = async (script) => {
        await pool.query(script).catch((error: unknown) => {
          onError(error);
          throw error;
        });
      };
      return adapter;
    },
  };
}

/**
 * Prisma's schema engine as WebAssembly: what `prisma migrate` does, without the native binary it would download.
 * Its connection, and the advisory lock it takes on it, end with the call.
 */
export async function withSchemaEngine<T>({
  url,
  use,
}: {
  url: string;
  use: (engine: SchemaEngine) => Promise<T>;
}): Promise<T> {
  loaded ??= load();
  await loaded;
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  // See createPool: a connection may break while it is being closed.
  pool.on("connect", (client) => client.on("error", () => undefined));
  let scriptError: unknown;
  const onError = (error: unknown) => {
    scriptError = error;
  };
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts({ pool, onError }));
    const instance = await engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    return await use(instance).finally(() => instance.free());
  } catch (error) {
    // The engine only says "external error"; what PostgreSQL said is worth more.
    throw scriptError ?? error;
  } finally {
    await pool.end();
  }
}
