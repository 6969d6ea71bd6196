#!/usr/bin/env node
// The program is TypeScript; tsx lets Node read it as it stands.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

process.env.TSX_TSCONFIG_PATH = fileURLToPath(new URL("../../tsconfig.json", import.meta.url));
register();
const { main } = await import("./main.node.ts");
process.exitCode = await main(process.argv);
