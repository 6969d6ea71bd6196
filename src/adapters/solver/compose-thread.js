// The thread is TypeScript like the program; a thread does not inherit the program's loader.
import { register } from "tsx/esm/api";

register();
await import("./compose-thread.node.ts");
