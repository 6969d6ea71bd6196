import { cypherGate } from "./cypher-gate.ts";

cypherGate("CYPHER 5");
