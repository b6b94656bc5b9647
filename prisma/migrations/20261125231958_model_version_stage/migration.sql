-- AlterTable
ALTER TABLE "model_version" ADD COLUMN     "run_link" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "stage" TEXT NOT NULL DEFAULT 'None';

-- A stage was told by the aliases of its name and else by a tag.
UPDATE "model_version" v SET
  "stage" = CASE
    WHEN EXISTS (SELECT FROM "alias" a WHERE a."model_id" = v."model_id" AND a."version_number" = v."number" AND a."name" = 'production') THEN 'Production'
    WHEN EXISTS (SELECT FROM "alias" a WHERE a."model_id" = v."model_id" AND a."version_number" = v."number" AND a."name" = 'staging') THEN 'Staging'
    WHEN v."tags" ->> 'mlflow.stage' = 'Archived' THEN 'Archived'
    ELSE 'None' END,
  "tags" = v."tags" - 'mlflow.stage';
