import { mkdir, rm, statfs, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { Fatal } from "./fatal.mjs";

const MEBIBYTE = 1024 * 1024;
/** A new database takes about 60 MiB; below this, the first artifacts would already fail. */
const NEEDED_MIB = 512;

const PORT_PROBLEMS = {
  EADDRINUSE: ({ host, port }) =>
    `Port ${port} on ${host} is taken. Stop the program that uses it, or choose another: npm start -- --port ${port === 65535 ? port - 1 : port + 1}`,
  EACCES: ({ port }) =>
    `Port ${port} needs privileges this user does not have. Choose one above 1023: npm start -- --port 3000`,
  EADDRNOTAVAIL: ({ host }) =>
    `This machine has no address ${host}. Use --host 127.0.0.1 for this machine only, or --host 0.0.0.0 for all networks.`,
  ENOTFOUND: ({ host }) =>
    `The host name ${host} cannot be found. Use an address of this machine, such as --host 127.0.0.1`,
};

/** Fails when nothing can listen there. */
export async function checkPort({ host, port }) {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      const explain = PORT_PROBLEMS[error.code];
      reject(
        new Fatal(
          explain
            ? explain({ host, port })
            : `Cannot listen on ${host}:${port}: ${error.message}. Choose another --host or --port.`,
        ),
      );
    });
    probe.listen({ host, port, exclusive: true }, () => probe.close(resolve));
  });
}

/** Fails when the data directory cannot be written or its disk is nearly full. */
export async function checkDataDir(dataDir) {
  const probe = path.join(dataDir, `.write-probe-${process.pid}`);
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    if (error.code === "ENOSPC")
      throw new Fatal(`The disk that holds ${dataDir} is full. Free some space, or choose another with --data-dir.`);
    throw new Fatal(
      `The data directory ${dataDir} is not writable (${error.code}). Give this user write access, or choose another with --data-dir.`,
    );
  }
  const { bavail, bsize } = await statfs(dataDir);
  const freeMib = Math.floor((bavail * bsize) / MEBIBYTE);
  if (freeMib >= NEEDED_MIB) return;
  throw new Fatal(
    `Only ${freeMib} MiB are free on the disk that holds ${dataDir}; Assay needs ${NEEDED_MIB}. Free some space, or choose another with --data-dir.`,
  );
}
