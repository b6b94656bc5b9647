import type { Alias, LoggedModel, ModelVersion, ModelVersionDetail, RegisteredModel } from "@assay/contract";
import { AssayError } from "./assay-error.ts";
import type { Connection } from "./connection.ts";

/** The model registry of the project. */
export class Models {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  list(): Promise<RegisteredModel[]> {
    return this.connection.call((api, scope) => api.model.list.query(scope));
  }

  get(name: string): Promise<RegisteredModel> {
    return this.connection.call((api, scope) => api.model.get.query({ ...scope, name }));
  }

  versions(name: string): Promise<ModelVersion[]> {
    return this.connection.call((api, scope) => api.modelVersion.list.query({ ...scope, name }));
  }

  version(name: string, version: number): Promise<ModelVersionDetail> {
    return this.connection.call((api, scope) => api.modelVersion.get.query({ ...scope, name, version }));
  }

  /** Makes a registered model; one that exists already is answered as it is. */
  async ensure(name: string, description = ""): Promise<RegisteredModel> {
    try {
      return await this.connection.callOnce((api, scope) => api.model.create.mutate({ ...scope, name, description }));
    } catch (error) {
      if (error instanceof AssayError && error.code === "ALREADY_EXISTS") return this.get(name);
      throw error;
    }
  }

  /** Freezes a logged model as the next version of a registered model, which is made when it is missing. */
  async register(name: string, model: Pick<LoggedModel, "id">, description = ""): Promise<ModelVersionDetail> {
    await this.ensure(name);
    const source = { kind: "loggedModel", loggedModelId: model.id } as const;
    return this.connection.callOnce((api, scope) =>
      api.modelVersion.register.mutate({ ...scope, name, source, description }),
    );
  }

  /** Points an alias such as `champion` at a version. */
  moveAlias(name: string, alias: string, version: number, reason = ""): Promise<Alias> {
    return this.connection.call((api, scope) => api.alias.move.mutate({ ...scope, name, alias, version, reason }));
  }
}
