import { notFound } from "@assay/contract";
import type { Store } from "@assay/db";
import { AccessCache, AccessChangedError, type AccessLookup } from "@assay/services";
import { beforeEach, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const KEY = "somebody";

let cache: AccessCache;
/** How often the version was read for itself, and what was looked up. */
let reads = 0;
let lookups: string[] = [];

beforeEach(async () => {
  const { db } = open().server.house;
  const counting: Store = {
    ...db,
    query: (statement, values) => {
      if (statement.name === "access_version_v1") reads += 1;
      return db.query(statement, values);
    },
  };
  cache = new AccessCache(counting);
  await cache.whileReading(look("before"));
  reads = 0;
  lookups = [];
});

const look =
  (found: string, bring?: (access: AccessLookup) => void) =>
  async (access: AccessLookup): Promise<string> => {
    bring?.(access);
    await access.token(KEY, async () => {
      lookups.push(found);
      return null;
    });
    return found;
  };

const versionNow = async (): Promise<bigint> => {
  const [row] = await open().sql<{ version: string }>("select version from access_version");
  return BigInt(row?.version ?? 0);
};

const raise = () => open().sql("update access_version set version = version + 1");

it("reads the version for itself when nobody brings it", async () => {
  expect(await cache.whileReading(look("alone"))).toBe("alone");
  expect(reads).toBe(1);
});

it("takes the version from who reads it along with something else, and reads none", async () => {
  const version = await versionNow();
  const bring = (access: AccessLookup) => access.takeVersion(Promise.resolve(version));
  expect(await cache.whileReading(look("along", bring))).toBe("along");
  expect([reads, lookups]).toEqual([0, ["along"]]);
});

it("runs once more by access as it is now when the version that is brought is another", async () => {
  await raise();
  const version = await versionNow();
  const bring = (access: AccessLookup) => access.takeVersion(Promise.resolve(version));
  expect(await cache.whileReading(look("along", bring))).toBe("along");
  expect(lookups).toEqual(["along", "along"]);
  expect(await cache.whileReading(look("later", bring))).toBe("later");
  expect(lookups).toEqual(["along", "along", "later"]);
});

it("reads the version for itself when it was promised and not brought", async () => {
  await raise();
  const bring = (access: AccessLookup) => access.takeVersion(Promise.resolve(null));
  expect(await cache.whileReading(look("promised", bring))).toBe("promised");
  // Once beside the first run, once for the second.
  expect([reads, lookups]).toEqual([2, ["promised", "promised"]]);
});

it("prepares a write beside reading the version, once", async () => {
  expect(await cache.beforeWriting(look("prepared"))).toBe("prepared");
  expect([reads, lookups]).toEqual([1, ["prepared"]]);
});

it("prepares a write once more when access has changed, also when it was refused by what access was", async () => {
  await raise();
  expect(await cache.beforeWriting(look("prepared"))).toBe("prepared");
  expect(lookups).toEqual(["prepared", "prepared"]);
  await raise();
  let asked = 0;
  const refusedAtFirst = async (access: AccessLookup): Promise<string> => {
    asked += 1;
    if (asked === 1) throw new Error("refused");
    return look("allowed")(access);
  };
  expect(await cache.beforeWriting(refusedAtFirst)).toBe("allowed");
});

it("prepares writes that come together by one version, which each of them waits for", async () => {
  const asked = ["a", "b", "c", "d"].map((name) => cache.beforeWriting(look(name)));
  expect(await Promise.all(asked)).toEqual(["a", "b", "c", "d"]);
  expect([reads, lookups]).toEqual([2, ["a", "b", "c", "d"]]);
});

/** Writes as a statement does that compares the version. */
const compare = async (access: AccessLookup): Promise<void> => {
  const unconfirmed = access.entry?.unconfirmed ?? null;
  if (unconfirmed !== null && unconfirmed !== (await versionNow())) throw new AccessChangedError();
  access.entry?.setConfirmed();
};

const writing =
  (written: string, write: (access: AccessLookup) => Promise<void> = compare) =>
  async (access: AccessLookup): Promise<string> => {
    await look("found")(access);
    await write(access);
    return written;
  };

it("reads no version for a write that compares it, and does it once", async () => {
  expect(await cache.whileWriting(writing("written"))).toBe("written");
  expect([reads, lookups]).toEqual([0, ["found"]]);
});

it("writes once more, by access as it is now, when a write found that it has changed", async () => {
  await raise();
  expect(await cache.whileWriting(writing("written"))).toBe("written");
  expect([reads, lookups]).toEqual([1, ["found", "found"]]);
  expect(await cache.whileWriting(writing("again"))).toBe("again");
  expect([reads, lookups]).toEqual([1, ["found", "found", "found"]]);
});

it("reads the version before a write that does not compare it, and after what wrote nothing", async () => {
  const confirm = async (access: AccessLookup): Promise<void> => {
    await access.entry?.confirm();
    await access.entry?.confirm();
  };
  expect(await cache.whileWriting(writing("written", confirm))).toBe("written");
  expect(await cache.whileWriting(look("nothing to write"))).toBe("nothing to write");
  expect(reads).toBe(2);
  await raise();
  let begun = 0;
  const counted = async (access: AccessLookup): Promise<void> => {
    await confirm(access);
    begun += 1;
  };
  expect(await cache.whileWriting(writing("written", counted))).toBe("written");
  expect(begun).toBe(1);
});

it("refuses a write by access as it is now alone", async () => {
  const refuse = async (): Promise<string> => {
    throw notFound("A run");
  };
  await expect(cache.whileWriting(refuse)).rejects.toThrow("A run");
  expect(reads).toBe(1);
  await raise();
  let asked = 0;
  const refusedAtFirst = (access: AccessLookup): Promise<string> => {
    asked += 1;
    return asked === 1 ? refuse() : writing("allowed")(access);
  };
  expect(await cache.whileWriting(refusedAtFirst)).toBe("allowed");
});

it("never repeats a write of which nobody knows whether it was done", async () => {
  await raise();
  let tries = 0;
  const lost = async (): Promise<string> => {
    tries += 1;
    throw new Error("the connection broke");
  };
  await expect(cache.whileWriting(lost)).rejects.toThrow("the connection broke");
  expect(tries).toBe(1);
});

it("searches runs through the MLflow door without a statement for the version", async () => {
  const house = open();
  const { db } = house.server.house;
  const names: (string | null)[] = [];
  const { query } = db;
  db.query = (statement, values) => {
    names.push(statement.name ?? statement.text.trim().slice(0, 14));
    return query(statement, values);
  };
  try {
    const body = JSON.stringify({ experiment_ids: ["0"], max_results: 100 });
    const headers = { "content-type": "application/json" };
    const search = () => house.fetch("/api/2.0/mlflow/runs/search", { method: "POST", headers, body });
    expect((await search()).status).toBe(200);
    names.length = 0;
    expect((await search()).status).toBe(200);
    expect(names).toEqual(["WITH found AS "]);
  } finally {
    db.query = query;
  }
});
