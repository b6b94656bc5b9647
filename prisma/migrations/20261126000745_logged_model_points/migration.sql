-- AlterTable
ALTER TABLE "logged_model_metric" DROP CONSTRAINT "logged_model_metric_pkey",
ADD CONSTRAINT "logged_model_metric_pkey" PRIMARY KEY ("logged_model_id", "key", "dataset_name", "dataset_digest", "run_id", "step", "time_ms", "value");
