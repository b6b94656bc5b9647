"""Every operator of the filter grammar, order and paging, as the client sends them."""

import mlflow
from mlflow import MlflowClient
from mlflow.entities import ViewType

from failing import fails

client = MlflowClient()
mlflow.set_experiment("searching")
experiment_id = client.get_experiment_by_name("searching").experiment_id
ids = {}
for at, name in enumerate("abcd"):
    with mlflow.start_run(run_name=name, tags={"letter": name, "spaced tag": "x"}) as run:
        ids[name] = run.info.run_id
        if name != "d":
            mlflow.log_metric("m", [3.0, 1.0, float("nan")][at])
        mlflow.log_metric("val loss", at, step=0)
        mlflow.log_param("family", "SGD" if at % 2 else "forest")
        if name == "a":
            mlflow.log_param("only", "here")
        mlflow.log_input(mlflow.data.from_numpy(__import__("numpy").arange(at + 1), name=f"set-{at}"), context="train")
with mlflow.start_run(run_id=ids["a"]):
    with mlflow.start_run(run_name="child", nested=True) as child:
        pass


def names(text, **options):
    return sorted(run.info.run_name for run in client.search_runs([experiment_id], text, **options))


run_a = client.get_run(ids["a"])
cases = {
    "metrics.m > 0": "ab",
    "metrics.m >= 3": "a",
    "metrics.m != 1": "a",
    "metrics.`val loss` < 2": "ab",
    'metrics."val loss" = 3': "d",
    "params.family = 'SGD'": "bd",
    "params.family != 'SGD'": "ac",
    "params.family LIKE 'sg%'": "",
    "params.family ILIKE 'sg%'": "bd",
    "params.only IS NOT NULL": "a",
    "params.only IS NULL AND tags.letter IS NOT NULL": "bcd",
    "tags.letter = 'c'": "c",
    "tags.`spaced tag` = 'x' and params.family = 'forest'": "ac",
    "attributes.run_name LIKE 'chi%'": ["child"],
    "run_name = 'b'": "b",
    "tags.mlflow.runName = 'b'": "b",
    f"run_id IN ('{ids['a']}', '{ids['c']}')": "ac",
    f"run_id NOT IN ('{ids['a']}') AND tags.letter ILIKE '%'": "bcd",
    "status = 'FINISHED' AND tags.letter = 'a'": "a",
    "status = 'RUNNING'": "",
    f"start_time >= {run_a.info.start_time} AND end_time < 9999999999999 AND tags.letter = 'a'": "a",
    f"artifact_uri = '{run_a.info.artifact_uri}'": "a",
    f"user_id = '{run_a.info.user_id}' AND tags.letter = 'a'": "a",
    f"tags.mlflow.parentRunId = '{ids['a']}'": ["child"],
    "dataset.name = 'set-2'": "c",
    "dataset.name IN ('set-0', 'set-3') AND datasets.context = 'train'": "ad",
    # Beyond MLflow's own grammar.
    "tags.letter = 'a' OR (tags.letter = 'b' AND NOT metrics.m > 2)": "ab",
}
for text, expected in cases.items():
    assert names(text) == list(expected), f"{text}: {names(text)}"

for text in ["foo = 1", "metrics.m = 'x'", "metrics.m", "params.a = b", "metrics.m > 1; DROP TABLE run", "status > 'A'"]:
    fails("INVALID_PARAMETER_VALUE", client.search_runs, [experiment_id], text)


def ordered(*clauses):
    found = client.search_runs([experiment_id], "tags.letter IS NOT NULL", order_by=list(clauses))
    return "".join(run.info.run_name for run in found)


assert ordered("metrics.m ASC") == "bacd", ordered("metrics.m ASC")
assert ordered("metrics.m DESC") == "abcd", ordered("metrics.m DESC")
assert ordered("params.family ASC", "metrics.`val loss` DESC") == "dbca", ordered("params.family ASC", "metrics.`val loss` DESC")
assert ordered() == "dcba"
fails("INVALID_PARAMETER_VALUE", client.search_runs, [experiment_id], order_by=["params.a", "params.a DESC"])

seen, token = [], None
while True:
    page = client.search_runs([experiment_id], max_results=2, page_token=token)
    seen += [run.info.run_id for run in page]
    token = page.token
    if not token:
        break
assert len(seen) == len(set(seen)) == 5
first = client.search_runs([experiment_id], max_results=1)
fails("INVALID_PARAMETER_VALUE", client.search_runs, [experiment_id], "metrics.m > 0", max_results=1, page_token=first.token)
fails("INVALID_PARAMETER_VALUE", client.search_runs, [experiment_id], page_token="broken")
fails("INVALID_PARAMETER_VALUE", client.search_runs, [experiment_id], max_results=50001)
client.delete_run(ids["d"])
assert len(client.search_runs([experiment_id])) == 4
assert names("", run_view_type=ViewType.DELETED_ONLY) == ["d"]
assert len(client.search_runs([experiment_id], run_view_type=ViewType.ALL)) == 5
assert client.search_runs(["987654"]) == []
frame = mlflow.search_runs(experiment_names=["searching"], order_by=["metrics.m DESC"])
assert frame["tags.letter"].tolist()[:2] == ["a", "b"]
print("ok")
