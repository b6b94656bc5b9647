-- Params and tags are read in the byte order of their keys, which the primary keys then have: nothing is sorted for it.
-- Prisma knows no collations. The indexes are built anew, the rows stay as they are.
ALTER TABLE "param" ALTER COLUMN "key" TYPE TEXT COLLATE "C";
ALTER TABLE "run_tag" ALTER COLUMN "key" TYPE TEXT COLLATE "C";
