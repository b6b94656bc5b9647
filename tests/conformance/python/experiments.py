"""Experiments: names, tags, deletion and restore, search."""

from mlflow import MlflowClient
from mlflow.entities import ViewType

from failing import fails

client = MlflowClient()
assert client.get_experiment("0").name == "Default"
first = client.create_experiment("exp one", tags={"team": "vision"})
second = client.create_experiment("exp two")
fails("RESOURCE_ALREADY_EXISTS", client.create_experiment, "exp one")
for name in ["", "   "]:
    fails("INVALID_PARAMETER_VALUE", client.create_experiment, name)
for place in ["file:///tmp/x", "s3://bucket/key", "http://127.0.0.1/x", "mlflow-artifacts:/other/main/x", "/tmp/x"]:
    fails("INVALID_PARAMETER_VALUE", client.create_experiment, "exp placed", artifact_location=place)
client.set_experiment_tag(first, "mlflow.note.content", "a note")
client.set_experiment_tag(first, "k", "v")
client.rename_experiment(second, "exp 2")
fails("RESOURCE_ALREADY_EXISTS", client.rename_experiment, second, "exp one")
assert client.get_experiment(first).tags == {"team": "vision", "mlflow.note.content": "a note", "k": "v"}
if hasattr(client, "delete_experiment_tag"):
    client.delete_experiment_tag(first, "k")
    fails("RESOURCE_DOES_NOT_EXIST", client.delete_experiment_tag, first, "k")
assert client.get_experiment_by_name("exp 2").experiment_id == second
assert client.get_experiment_by_name("nothing") is None
fails("RESOURCE_DOES_NOT_EXIST", client.get_experiment, "98765")
fails("INVALID_PARAMETER_VALUE", client.get_experiment, "abc")


def names(text="", **options):
    return [found.name for found in client.search_experiments(filter_string=text, **options)]


assert names("name LIKE 'exp %'", order_by=["name DESC"]) == ["exp one", "exp 2"]
assert names("name ILIKE 'EXP %' AND tags.team = 'vision'") == ["exp one"]
assert names("name = 'exp one' OR name = 'exp 2'", order_by=["experiment_id ASC"]) == ["exp one", "exp 2"]
assert names("creation_time > 0 AND last_update_time > 0 AND name != 'Default' AND name LIKE 'exp%'") == ["exp 2", "exp one"]
fails("INVALID_PARAMETER_VALUE", client.search_experiments, filter_string="metrics.a > 1")
page = client.search_experiments(filter_string="name LIKE 'exp %'", max_results=1, order_by=["name ASC"])
rest = client.search_experiments(filter_string="name LIKE 'exp %'", max_results=1, order_by=["name ASC"], page_token=page.token)
assert [page[0].name, rest[0].name, rest.token] == ["exp 2", "exp one", None]

client.delete_experiment(second)
assert client.get_experiment(second).lifecycle_stage == "deleted"
assert client.get_experiment_by_name("exp 2").lifecycle_stage == "deleted"
fails("INVALID_PARAMETER_VALUE", client.create_run, second)
fails("RESOURCE_ALREADY_EXISTS", client.create_experiment, "exp 2")
assert names("name LIKE 'exp %'") == ["exp one"]
assert names("name LIKE 'exp %'", view_type=ViewType.DELETED_ONLY) == ["exp 2"]
client.restore_experiment(second)
assert len(names("name LIKE 'exp %'")) == 2
print("ok")
