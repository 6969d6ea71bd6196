import loadHighs, {
  type Highs,
  type HighsCallbackMap,
  type InitOptions,
  type Model,
  type ModelData,
} from "highs";
import type {
  IntegerOptions,
  IntegerOutcome,
  LinearEngine,
  LinearOutcome,
  LinearSession,
} from "../../domain/optimisation/engine.ts";
import type { LinearProgram } from "../../domain/optimisation/program.ts";

/** Emscripten's hook, which the types of highs 1.15.3 leave out. */
export interface LoadHighs extends InitOptions {
  /** Instantiates the module with what it imports, and hands the instance to `done`. */
  instantiateWasm?: (imports: object, done: (instance: object) => void) => void;
  /**
   * Whether the solver may call back while it works: true unless told. Emscripten makes a callback
   * by compiling WebAssembly, which a Worker may not.
   */
  mayCallBack?: boolean;
}

/**
 * HiGHS in WebAssembly. Node finds the module by itself; elsewhere it goes in through Emscripten's
 * own hook. Every call is synchronous: a server runs it in a thread of its own.
 */
export async function highsEngine({
  mayCallBack = true,
  ...options
}: LoadHighs = {}): Promise<LinearEngine> {
  const runtime = await loadHighs(options);
  return {
    open: (program, limits) => openSession(runtime, program, limits),
    solveInteger: (program, how) => solveInteger({ runtime, mayCallBack }, program, how),
    memoryBytes: () => runtime.memoryBytes,
  };
}

function openSession(
  runtime: Highs,
  program: LinearProgram,
  limits?: { seconds: number },
): LinearSession {
  const model = runtime.createModel(modelData(runtime, program));
  // Without presolve every later solve goes on from the basis of the one before.
  model.options.set({ output_flag: false, presolve: "off", solver: "simplex" });
  if (limits) model.options.set({ time_limit: limits.seconds });
  return {
    setBounds: (column, lower, upper) => {
      model.changeColBounds(column, lower, upper);
    },
    solve: () => linearOutcome(runtime, model),
    close: () => model.dispose(),
  };
}

function linearOutcome({ constants }: Highs, model: Model): LinearOutcome {
  model.run();
  switch (model.getModelStatus()) {
    case constants.modelStatus.optimal: {
      const { colValue, rowDual } = model.getSolution();
      return { status: "optimal", values: colValue, prices: rowDual };
    }
    case constants.modelStatus.infeasible:
      return { status: "infeasible", ray: model.getDualRay()?.values ?? null };
    default:
      return { status: "stopped" };
  }
}

const GAP_OFF = { mip_rel_gap: 0, mip_abs_gap: 1e-6 };

function solveInteger(
  { runtime, mayCallBack }: { runtime: Highs; mayCallBack: boolean },
  program: LinearProgram,
  { seconds, ...hooks }: IntegerOptions,
): IntegerOutcome {
  const data = modelData(runtime, program);
  const integrality = Int32Array.from(program.integral);
  return runtime.withModel({ ...data, integrality }, (model): IntegerOutcome => {
    model.options.set({ output_flag: false, time_limit: seconds, ...GAP_OFF });
    model.run(mayCallBack ? watching(runtime, hooks) : {});
    return integerOutcome(runtime, model);
  });
}

function integerOutcome({ constants }: Highs, model: Model): IntegerOutcome {
  const status = model.getModelStatus();
  if (status === constants.modelStatus.infeasible) {
    return { status: "infeasible", values: null, bound: Number.NEGATIVE_INFINITY };
  }
  const hasValues = model.info.get("primal_solution_status") === constants.solutionStatus.feasible;
  return {
    status: status === constants.modelStatus.optimal ? "optimal" : "stopped",
    values: hasValues ? model.getSolution().colValue : null,
    bound: Number(model.info.get("mip_dual_bound")),
  };
}

function watching(
  { constants }: Highs,
  { shouldStop, onProgress }: Pick<IntegerOptions, "shouldStop" | "onProgress">,
): HighsCallbackMap {
  let bound = Number.POSITIVE_INFINITY;
  return {
    [constants.callbackType.mipInterrupt](event) {
      bound = Math.min(bound, event.data.mip_dual_bound ?? bound);
      onProgress?.({ incumbent: finite(event.data.mip_primal_bound), bound });
      if (shouldStop?.()) event.interrupt();
    },
  };
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Math.abs(value) < 1e100 ? value : null;

const modelData = (runtime: Highs, program: LinearProgram): ModelData => ({
  numCols: program.columns,
  numRows: program.rows,
  sense: runtime.constants.objectiveSense.maximize,
  colCost: program.cost,
  colLower: bounded(runtime, program.lower),
  colUpper: bounded(runtime, program.upper),
  rowLower: bounded(runtime, program.rowLower),
  rowUpper: bounded(runtime, program.rowUpper),
  matrix: {
    format: "csr",
    numRows: program.rows,
    numCols: program.columns,
    starts: program.starts,
    indices: program.indices,
    values: program.values,
  },
});

/** HiGHS has an infinity of its own. */
const bounded = ({ infinity }: Highs, sides: Float64Array): Float64Array =>
  sides.map((side) => (Number.isFinite(side) ? side : Math.sign(side) * infinity));
