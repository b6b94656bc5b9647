import { expect, it } from "vitest";
import { sourceText } from "./source-text.ts";

it("names the script that MLflow says made a dataset", () => {
  const source = JSON.stringify({ tags: { "mlflow.user": "ada", "mlflow.source.name": "train.py" } });
  expect(sourceText({ source, sourceType: "code" })).toBe("train.py (code)");
});

it("names the address of a remote dataset", () => {
  expect(sourceText({ source: '{"url":"https://example.org/a.csv"}', sourceType: "http" })).toBe(
    "https://example.org/a.csv (http)",
  );
});

it("leaves a plain source as it is and says at least the kind of a strange one", () => {
  expect(sourceText({ source: "digits.csv.gz", sourceType: "local" })).toBe("digits.csv.gz");
  expect(sourceText({ source: "{broken", sourceType: "local" })).toBe("local");
});
