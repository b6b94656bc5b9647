-- AlterTable
ALTER TABLE "model_version" ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateIndex
CREATE UNIQUE INDEX "model_version_id_key" ON "model_version"("id");
