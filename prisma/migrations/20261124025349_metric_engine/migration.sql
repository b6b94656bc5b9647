-- Both are written anew from the points.
TRUNCATE metric_summary, run_summary;

-- DropIndex
DROP INDEX "metric_summary_project_id_key_id_last_idx";

-- DropIndex
DROP INDEX "metric_summary_project_id_key_id_min_idx";

-- DropIndex
DROP INDEX "metric_summary_project_id_key_id_max_idx";

-- AlterTable
ALTER TABLE "metric_summary" DROP COLUMN "first_step",
DROP COLUMN "last_step",
DROP COLUMN "last_time_ms",
DROP COLUMN "project_id",
ALTER COLUMN "last" DROP NOT NULL,
ALTER COLUMN "first" DROP NOT NULL,
ALTER COLUMN "min" DROP NOT NULL,
ALTER COLUMN "max" DROP NOT NULL,
ALTER COLUMN "mean" DROP NOT NULL;

-- AlterTable
ALTER TABLE "run_summary" DROP COLUMN "duration_ms",
DROP COLUMN "project_id",
ADD COLUMN     "argmax" BYTEA NOT NULL,
ADD COLUMN     "argmin" BYTEA NOT NULL,
ADD COLUMN     "count" BYTEA NOT NULL,
ADD COLUMN     "first" BYTEA NOT NULL,
ADD COLUMN     "first_step" BYTEA NOT NULL,
ADD COLUMN     "first_time_ms" BYTEA NOT NULL,
ADD COLUMN     "key_ids" BYTEA NOT NULL,
ADD COLUMN     "last" BYTEA NOT NULL,
ADD COLUMN     "last_step" BYTEA NOT NULL,
ADD COLUMN     "last_time_ms" BYTEA NOT NULL,
ADD COLUMN     "max" BYTEA NOT NULL,
ADD COLUMN     "min" BYTEA NOT NULL,
ADD COLUMN     "nans" BYTEA NOT NULL,
ADD COLUMN     "sum" BYTEA NOT NULL,
ADD COLUMN     "sum_rest" BYTEA NOT NULL;

-- AlterTable
ALTER TABLE "run" DROP COLUMN "summary_stale_at",
DROP COLUMN "summary_started_at";

-- CreateTable
CREATE TABLE "metric_hot_0" (
    "run_id" UUID NOT NULL,
    "key_lo" INTEGER NOT NULL,
    "key_hi" INTEGER NOT NULL,
    "min_step" DOUBLE PRECISION NOT NULL,
    "max_step" DOUBLE PRECISION NOT NULL,
    "point_count" INTEGER NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "frame" BYTEA NOT NULL
);

-- CreateTable
CREATE TABLE "metric_hot_1" (
    "run_id" UUID NOT NULL,
    "key_lo" INTEGER NOT NULL,
    "key_hi" INTEGER NOT NULL,
    "min_step" DOUBLE PRECISION NOT NULL,
    "max_step" DOUBLE PRECISION NOT NULL,
    "point_count" INTEGER NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "frame" BYTEA NOT NULL
);

-- CreateTable
CREATE TABLE "metric_hot_slot" (
    "id" INTEGER NOT NULL,
    "slot" INTEGER NOT NULL,

    CONSTRAINT "metric_hot_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metric_chunk" (
    "run_id" UUID NOT NULL,
    "key_id" INTEGER NOT NULL,
    "first_step" DOUBLE PRECISION NOT NULL,
    "first_time_ms" BIGINT NOT NULL,
    "last_step" DOUBLE PRECISION NOT NULL,
    "last_time_ms" BIGINT NOT NULL,
    "min_time_ms" BIGINT NOT NULL,
    "max_time_ms" BIGINT NOT NULL,
    "count" INTEGER NOT NULL,
    "nans" INTEGER NOT NULL,
    "first" DOUBLE PRECISION NOT NULL,
    "last" DOUBLE PRECISION NOT NULL,
    "min" DOUBLE PRECISION NOT NULL,
    "max" DOUBLE PRECISION NOT NULL,
    "argmin" DOUBLE PRECISION NOT NULL,
    "argmax" DOUBLE PRECISION NOT NULL,
    "sum" DOUBLE PRECISION NOT NULL,
    "sum_rest" DOUBLE PRECISION NOT NULL,
    "checksum" INTEGER NOT NULL,
    "pyramid" BYTEA,
    "steps" BYTEA NOT NULL,
    "times_ms" BYTEA NOT NULL,
    "values" BYTEA NOT NULL,

    CONSTRAINT "metric_chunk_pkey" PRIMARY KEY ("run_id","key_id","first_step","first_time_ms")
);

-- CreateIndex
CREATE INDEX "metric_hot_0_run_id_idx" ON "metric_hot_0"("run_id");

-- CreateIndex
CREATE INDEX "metric_hot_1_run_id_idx" ON "metric_hot_1"("run_id");

-- CreateIndex
CREATE INDEX "metric_summary_key_id_last_idx" ON "metric_summary"("key_id", "last");

-- CreateIndex
CREATE INDEX "metric_summary_key_id_min_idx" ON "metric_summary"("key_id", "min");

-- CreateIndex
CREATE INDEX "metric_summary_key_id_max_idx" ON "metric_summary"("key_id", "max");

-- CreateIndex
CREATE INDEX "metric_summary_key_id_mean_idx" ON "metric_summary"("key_id", "mean");

INSERT INTO metric_hot_slot (id, slot) VALUES (1, 0);

-- Packed bytes do not compress. The pyramid stays in the row, so that a chart never looks outside it.
ALTER TABLE metric_chunk
  ALTER COLUMN steps SET STORAGE EXTERNAL,
  ALTER COLUMN times_ms SET STORAGE EXTERNAL,
  ALTER COLUMN "values" SET STORAGE EXTERNAL,
  ALTER COLUMN pyramid SET STORAGE MAIN;
ALTER TABLE metric_hot_0 ALTER COLUMN frame SET STORAGE EXTERNAL;
ALTER TABLE metric_hot_1 ALTER COLUMN frame SET STORAGE EXTERNAL;

-- Hot rows live for seconds: their dead are cleared away as soon as there are some. Frames that fit a page stay in the
-- row: a detour through TOAST would cost more than the space it saves.
ALTER TABLE metric_hot_0 SET (toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_cost_delay = 0);
ALTER TABLE metric_hot_1 SET (toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_cost_delay = 0);
