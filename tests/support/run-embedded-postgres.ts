import { startEmbeddedPostgres } from "@assay/db/embedded";

// A launcher that only starts the database, to be killed by a test. Prints one line of JSON when it is up.
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error("name the data directory");
const { url, pid, location } = await startEmbeddedPostgres({ dataDir });
process.stdout.write(`${JSON.stringify({ url, pid, location })}\n`);
setInterval(() => undefined, 60_000);
