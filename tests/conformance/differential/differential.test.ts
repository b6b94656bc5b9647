import { expect } from "vitest";
import { useHouse } from "../../support/house.ts";
import { PYTHON } from "../../support/python.ts";
import { itWithPython } from "../python-client.ts";
import { ALLOWED } from "./allowlist.ts";
import { CASES } from "./cases/index.ts";
import type { Difference } from "./compare.ts";
import { explain } from "./explain.ts";
import { PENDING } from "./pending.ts";
import { replay } from "./replay.ts";

const open = useHouse();

const text = (value: unknown): string => (JSON.stringify(value) ?? "nothing").slice(0, 300);
const line = ({ case: name, path, mlflow, assay }: Difference): string =>
  `${name} @ ${path} | mlflow ${text(mlflow)} | assay ${text(assay)}`;

itWithPython("answers as a real MLflow server does, but for what the lists explain", async () => {
  const names = CASES.map(({ name }) => name);
  expect(
    names.filter((name, at) => names.indexOf(name) !== at),
    "names that two cases have",
  ).toEqual([]);
  expect(CASES.length).toBeGreaterThanOrEqual(250);
  const found = await replay(PYTHON, open(), CASES);
  const allowed = explain(found, ALLOWED);
  const pending = explain(allowed.rest, PENDING);
  const cases = (list: readonly Difference[]) => new Set(list.map((difference) => difference.case)).size;
  const counts = [
    `${CASES.length} cases`,
    `${CASES.length - cases(found)} equal`,
    `${cases(found) - cases(allowed.rest)} allowed to differ`,
    `${cases(allowed.rest) - cases(pending.rest)} pending`,
    `${cases(pending.rest)} unexplained`,
  ];
  console.info(`differential replay: ${counts.join(", ")}`);
  if (pending.idle.length > 0) console.info(["pending entries to delete:", ...pending.idle].join("\n  "));
  expect(pending.rest.map(line), "differences that nothing explains").toEqual([]);
  expect(allowed.idle, "entries of the allowlist that match nothing").toEqual([]);
});
