-- AlterTable
ALTER TABLE "blob" ADD COLUMN     "unused_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "run_summary" ADD COLUMN     "chunk_bytes" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "run_purge" (
    "run_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "deleted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "run_purge_pkey" PRIMARY KEY ("run_id")
);

-- CreateIndex
CREATE INDEX "run_purge_project_id_idx" ON "run_purge"("project_id");

-- CreateIndex
CREATE INDEX "logged_model_metric_run_id_idx" ON "logged_model_metric"("run_id");

-- Runs that were compacted before their bytes were counted.
UPDATE "run_summary" s SET "chunk_bytes" = (
  SELECT coalesce(sum(octet_length(c.steps) + octet_length(c.times_ms) + octet_length(c."values")
    + coalesce(octet_length(c.pyramid), 0)), 0)
  FROM "metric_chunk" c WHERE c.run_id = s.run_id);
