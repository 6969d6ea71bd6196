import { workerComposer } from "../../src/adapters/solver/composer.worker.ts";
import { readProblem } from "../../src/domain/team/read-problem.ts";

const composer = workerComposer();

/** A Worker that answers each problem it is sent with its team. */
// biome-ignore lint/style/noDefaultExport: the shape Workers ask for
export default {
  async fetch(request: Request): Promise<Response> {
    const answer = await composer.compose({
      problem: readProblem(await request.json()),
      timeLimit: 10,
      alternatives: 0,
      substitutes: false,
      repairs: true,
      deputies: [],
      coordinatorTier: null,
    });
    return Response.json(answer);
  },
};
