"""Makes databases as earlier MLflow had them, by its own migrations: one for each revision, with a run in it."""

import hashlib
import os
import sys

import sqlalchemy
from alembic import command
from mlflow.store.db.utils import _get_alembic_config
from mlflow.store.tracking.dbmodels.initial_models import Base

folder, *revisions = sys.argv[1:]
for revision in revisions:
    url = f"sqlite:///{os.path.join(folder, revision)}.db"
    engine = sqlalchemy.create_engine(url)
    Base.metadata.create_all(engine)
    config = _get_alembic_config(url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    run = hashlib.md5(revision.encode()).hexdigest()
    rows = {
        "experiments": {"experiment_id": 1, "name": "old", "artifact_location": "/x", "lifecycle_stage": "active"},
        "runs": {
            "run_uuid": run, "name": "early", "user_id": "ada", "status": "FINISHED", "start_time": 1_500_000_000_000,
            "end_time": 1_500_000_001_000, "lifecycle_stage": "active", "artifact_uri": f"/x/{run}/artifacts",
            "experiment_id": 1, "source_type": "LOCAL", "source_name": "", "entry_point_name": "", "source_version": "",
        },
        "metrics": {"key": "m", "value": 0.5, "timestamp": 1_500_000_000_500, "run_uuid": run, "step": 5, "is_nan": False},
        "params": {"key": "p", "value": "v", "run_uuid": run},
        "tags": {"key": "mlflow.runName", "value": "early", "run_uuid": run},
    }
    with engine.begin() as connection:
        known = sqlalchemy.MetaData()
        known.reflect(connection)
        for name, row in rows.items():
            table = known.tables[name]
            connection.execute(table.insert().values({key: value for key, value in row.items() if key in table.c}))
print("made")
