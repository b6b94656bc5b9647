"""Webhooks through the real client, received by a server of this script that checks MLflow's own signature."""

import hmac
import json
import pathlib
import queue
import re
import threading
import time
import uuid
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

from mlflow import MlflowClient
from mlflow.entities.webhook import WebhookEvent, WebhookStatus
from mlflow.webhooks.constants import (
    WEBHOOK_DELIVERY_ID_HEADER,
    WEBHOOK_SIGNATURE_HEADER,
    WEBHOOK_TIMESTAMP_HEADER,
)
from mlflow.webhooks.delivery import _generate_hmac_signature
from mlflow.webhooks.types import get_payload_class_for_event

from failing import fails

SECRET = "täglich geheim"
deliveries = queue.Queue()

# The check that our own guide tells people to copy.
guide = (pathlib.Path(__file__).parents[3] / "docs" / "webhooks.md").read_text()
copied = {}
exec(next(block for block in re.findall(r"```python\n(.*?)```", guide, re.S) if "def is_genuine" in block), copied)


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        deliveries.put((self.path, dict(self.headers), text))
        self.send_response(200 if self.path == "/hook" else 403)
        self.end_headers()
        self.wfile.write(b"an answer that stays here")

    def log_message(self, *args):
        pass


receiver = HTTPServer(("127.0.0.1", 0), Receiver)
threading.Thread(target=receiver.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{receiver.server_port}/hook"


def take(event: str, secret: str | None = SECRET) -> dict:
    """The next delivery's data, once its envelope and signature are what MLflow's own code expects."""
    _, headers, text = deliveries.get(timeout=20)
    body = json.loads(text)
    assert f"{body['entity']}.{body['action']}" == event, body
    assert body["workspace"] == "main"
    assert datetime.fromisoformat(body["timestamp"]).utcoffset().total_seconds() == 0
    uuid.UUID(headers[WEBHOOK_DELIVERY_ID_HEADER])
    sent = headers[WEBHOOK_TIMESTAMP_HEADER]
    assert abs(time.time() - int(sent)) < 60
    if secret is None:
        assert WEBHOOK_SIGNATURE_HEADER not in headers
    else:
        expected = _generate_hmac_signature(secret, headers[WEBHOOK_DELIVERY_ID_HEADER], sent, text)
        assert hmac.compare_digest(headers[WEBHOOK_SIGNATURE_HEADER], expected)
        assert copied["is_genuine"](secret, headers, text.encode())
        assert not copied["is_genuine"]("another secret", headers, text.encode())
        assert not copied["is_genuine"](secret, headers, text.encode() + b" ")
    expected_keys = set(get_payload_class_for_event(WebhookEvent.from_str(event)).__annotations__)
    assert set(body["data"]) == expected_keys, (event, body["data"])
    return body["data"]


client = MlflowClient()
every = [
    "registered_model.created",
    "model_version.created",
    "model_version_tag.set",
    "model_version_tag.deleted",
    "model_version_alias.created",
    "model_version_alias.deleted",
    "prompt.created",
    "prompt_tag.set",
    "prompt_tag.deleted",
]

# What is there already, made elsewhere, wants events that this client has no words for: it sees what it can.
(mixed,) = client.list_webhooks()
assert [str(event) for event in mixed.events] == ["registered_model.created"]

hook = client.create_webhook("all.of-it_1", url, every, description="for the test", secret=SECRET)
assert (hook.name, hook.url, hook.description, hook.secret) == ("all.of-it_1", url, "for the test", None)
assert hook.status == WebhookStatus.ACTIVE
assert [str(event) for event in hook.events] == every
assert hook.creation_timestamp == hook.last_updated_timestamp > 1_700_000_000_000
again = client.get_webhook(hook.webhook_id)
assert (again.name, again.secret, [str(event) for event in again.events]) == (hook.name, None, every)

run = client.create_run("0")
client.log_text(run.info.run_id, "weights", "model/weights.txt")
client.create_registered_model("line", tags={"team": "vision"}, description="a line")
assert take("registered_model.created") == {"name": "line", "tags": {"team": "vision"}, "description": "a line"}
source = f"runs:/{run.info.run_id}/model"
client.create_model_version("line", source, run.info.run_id, tags={"k": "v"}, description="the first")
assert take("model_version.created") == {
    "name": "line",
    "version": "1",
    "source": source,
    "run_id": run.info.run_id,
    "tags": {"k": "v"},
    "description": "the first",
}
client.set_model_version_tag("line", "1", "stage", "good")
assert take("model_version_tag.set") == {"name": "line", "version": "1", "key": "stage", "value": "good"}
client.delete_model_version_tag("line", "1", "stage")
assert take("model_version_tag.deleted") == {"name": "line", "version": "1", "key": "stage"}
client.set_registered_model_alias("line", "champion", "1")
assert take("model_version_alias.created") == {"name": "line", "alias": "champion", "version": "1"}
client.delete_registered_model_alias("line", "champion")
assert take("model_version_alias.deleted") == {"name": "line", "alias": "champion"}

client.create_prompt("greeting", description="says hello", tags={"language": "de"})
assert take("prompt.created") == {"name": "greeting", "tags": {"language": "de"}, "description": "says hello"}
client.set_prompt_tag("greeting", "tone", "warm")
assert take("prompt_tag.set") == {"name": "greeting", "key": "tone", "value": "warm"}
client.delete_prompt_tag("greeting", "tone")
assert take("prompt_tag.deleted") == {"name": "greeting", "key": "tone"}

for event in every:
    result = client.test_webhook(hook.webhook_id, event)
    assert (result.success, result.response_status, result.response_body) == (True, 200, None), result
    take(event)
assert client.test_webhook(hook.webhook_id).success
take("registered_model.created")

changed = client.update_webhook(hook.webhook_id, name="renamed", url=url.replace("hook", "refused"), secret="")
assert (changed.name, changed.description) == ("renamed", "for the test")
result = client.test_webhook(hook.webhook_id)
assert (result.success, result.response_status, result.response_body) == (False, 403, None)
assert "403" in result.error_message
take("registered_model.created", secret=None)

paused = client.update_webhook(hook.webhook_id, status="DISABLED", events=["model_version.created"], description="")
assert (paused.status, paused.description, [str(event) for event in paused.events]) == (
    WebhookStatus.DISABLED,
    None,
    ["model_version.created"],
)
client.create_model_version("line", source, run.info.run_id)
assert client.update_webhook(mixed.webhook_id, events=["model_version_tag.set"]).events == [
    WebhookEvent.from_str("model_version_tag.set")
]

made = [client.create_webhook(f"hook{number}", url, ["prompt.created"]) for number in range(3)]
first = client.list_webhooks(max_results=2)
second = client.list_webhooks(max_results=2, page_token=first.token)
names = [found.name for page in (first, second) for found in page]
assert names == ["hook2", "hook1", "hook0", "renamed"], names

for name in ["", "-a", "a-", "a b", "a/b", "a" * 64, "ä"]:
    fails("INVALID_PARAMETER_VALUE", client.create_webhook, name, url, every)
assert client.create_webhook("a" * 63, url, every[:1]).name == "a" * 63
for bad in ["ftp://example.com", "not a url", " "]:
    fails("INVALID_PARAMETER_VALUE", client.create_webhook, "bad", bad, every)
message = fails("INVALID_PARAMETER_VALUE", client.create_webhook, "bad", "http://10.0.0.1/", every)
assert "non-public" in message, message
fails("INVALID_PARAMETER_VALUE", client.create_webhook, "bad", url, [])
fails("INVALID_PARAMETER_VALUE", client.create_webhook, "bad", url, ["budget_policy.exceeded"])
fails("INVALID_PARAMETER_VALUE", client.list_webhooks, max_results=1001)
fails("INVALID_PARAMETER_VALUE", client.list_webhooks, page_token="nonsense")

client.delete_webhook(hook.webhook_id)
for call in (client.get_webhook, client.delete_webhook, client.test_webhook):
    message = fails("RESOURCE_DOES_NOT_EXIST", call, hook.webhook_id)
    assert f"Webhook with ID {hook.webhook_id} not found" in message
fails("RESOURCE_DOES_NOT_EXIST", client.update_webhook, hook.webhook_id, name="gone")
assert deliveries.empty(), deliveries.get()
print("ok")
