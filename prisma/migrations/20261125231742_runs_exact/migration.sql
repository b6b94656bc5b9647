-- AlterTable
ALTER TABLE "run" ADD COLUMN     "archived_with_experiment" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "run_model_input" (
    "run_id" UUID NOT NULL,
    "logged_model_id" UUID NOT NULL,

    CONSTRAINT "run_model_input_pkey" PRIMARY KEY ("run_id","logged_model_id")
);

-- CreateTable
CREATE TABLE "creation_request" (
    "project_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "result_id" UUID NOT NULL,
    "process_key" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "creation_request_pkey" PRIMARY KEY ("project_id","digest","result_id")
);

-- CreateIndex
CREATE INDEX "run_model_input_logged_model_id_idx" ON "run_model_input"("logged_model_id");

-- CreateIndex
CREATE INDEX "creation_request_created_at_idx" ON "creation_request"("created_at");

-- AddForeignKey
ALTER TABLE "run_model_input" ADD CONSTRAINT "run_model_input_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_model_input" ADD CONSTRAINT "run_model_input_logged_model_id_fkey" FOREIGN KEY ("logged_model_id") REFERENCES "logged_model"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creation_request" ADD CONSTRAINT "creation_request_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Experiments archived before take their runs along now. From this day on, so that no retention counts days in which
-- nobody could know.
UPDATE "run" r SET "archived_at" = now(), "archived_with_experiment" = true
FROM "experiment" e WHERE e."id" = r."experiment_id" AND e."archived_at" IS NOT NULL AND r."archived_at" IS NULL;
