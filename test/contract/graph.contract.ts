import { afterAll, beforeAll, describe } from "vitest";
import { type Engine, openGraph } from "../../src/graph/graph.ts";
import { migrate } from "../../src/graph/migrate.ts";
import { newOperation } from "../../src/usecases/context.ts";
import { recordContract } from "./suite/records.ts";
import { schemaContract } from "./suite/schema.ts";
import { statementContract } from "./suite/statements.ts";
import { teamUseCaseContract } from "./suite/team-use-cases.ts";
import { transactionContract } from "./suite/transactions.ts";
import { useCaseContract } from "./suite/use-cases.ts";
import { buildWorld } from "./world.ts";

/**
 * What every engine must do alike. It stores only what bears a tag of its own and deletes that again; what
 * stays in a Neo4j are the constraints, the indexes and the records of the migrations.
 */
export function graphContract(name: string, open: () => Engine): void {
  describe(name, () => {
    const graph = openGraph(open());

    beforeAll(() => migrate(graph, () => newOperation(buildWorld())));
    afterAll(() => graph.engine.close());

    schemaContract(graph);
    statementContract(graph);
    recordContract(graph);
    transactionContract(graph);
    useCaseContract(graph);
    teamUseCaseContract(graph);
  });
}
