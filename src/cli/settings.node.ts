import { readFileSync } from "node:fs";
import { type Config, readConfig } from "../config.ts";

/** The settings of this process. */
export const settings = (): Config => readConfig(process.env, (path) => readFileSync(path, "utf8"));
