import { router } from "../../init.ts";
import { listDatasetsProcedure } from "./list.ts";

export const datasetRouter = router({
  list: listDatasetsProcedure,
});
