import { z } from "zod";
import { AppError, type Fault } from "./domain/error.ts";

const filled = z.string().trim().min(1);
const port = z
  .string()
  .regex(/^\d+$/, "must be a port, 0 to 65535")
  .transform(Number)
  .pipe(z.int().max(65_535));

const Environment = z.object({
  KETEPAI_DATA: filled.default(".ketepai"),
  HOST: filled.default("127.0.0.1"),
  PORT: port.default(8787),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  NEO4J_URI: z
    .string()
    .regex(
      /^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^/@]+$|^https?:\/\/[^/@]+$/,
      "must look like bolt://host:7687, neo4j://host:7687 or http://host:7474, without a path or a password",
    )
    .optional(),
  NEO4J_USERNAME: filled.default("neo4j"),
  NEO4J_PASSWORD: z.string().default(""),
  NEO4J_DATABASE: filled.default("neo4j"),
  OPENAI_API_KEY: filled.optional(),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPENAI_MODEL: filled.optional(),
});

type Name = keyof z.infer<typeof Environment>;
const NAMES = Environment.keyof().options;
const SECRETS: readonly Name[] = ["NEO4J_PASSWORD", "OPENAI_API_KEY"];

/** What a setting must look like. */
const IN_CHINESE: Readonly<Record<string, string>> = {
  PORT: "应为 0 到 65535 的端口号",
  LOG_LEVEL: "只能是 debug、info、warn、error、silent 之一",
  NEO4J_URI: "应形如 bolt://host:7687、neo4j://host:7687 或 http://host:7474，不带路径和密码",
  OPENAI_BASE_URL: "应为 http 或 https 网址",
};

export type Config = ReturnType<typeof readConfig>;

/**
 * The settings of both runtimes, from environment variables. `NAME_FILE` names a file that holds the
 * value of `NAME`, where the runtime can read files. An empty variable counts as not set.
 * Throws one `invalid` error that lists every mistake.
 */
export function readConfig(environment: unknown, readFile?: (path: string) => string) {
  const faults: Fault[] = [];
  const given = gather(environment, { readFile, faults });
  const { success, data, error } = Environment.safeParse(given);
  for (const { path, message } of error?.issues ?? []) {
    const field = path.join(".");
    faults.push({ field, zh: IN_CHINESE[field] ?? "设置无效", en: message });
  }
  if (!success || faults.length > 0) {
    throw new AppError(
      "invalid",
      {
        zh: `设置有误：${faults.map(({ field, zh }) => `${field}（${zh}）`).join("；")}`,
        en: `Wrong settings: ${faults.map(({ field, en }) => `${field} (${en})`).join("; ")}`,
      },
      { faults },
    );
  }
  const { NEO4J_URI: uri, NEO4J_USERNAME: user, NEO4J_PASSWORD: password } = data;
  return {
    dataFolder: data.KETEPAI_DATA,
    host: data.HOST,
    port: data.PORT,
    logLevel: data.LOG_LEVEL,
    neo4j: uri ? { uri, user, password, database: data.NEO4J_DATABASE } : undefined,
    /** Every setting as it is in force; secrets are masked. */
    shown: Object.fromEntries(NAMES.map((name) => [name, shown(name, data[name])])),
  };
}

interface Reading {
  readFile: ((path: string) => string) | undefined;
  faults: Fault[];
}

/** The values by name, those named by `*_FILE` read in. */
function gather(environment: unknown, { readFile, faults }: Reading): Record<string, string> {
  // The environment of a process is no plain object: spread, it is.
  const variables: Record<string, unknown> = { ...Object(environment) };
  const textOf = (name: string) => {
    const value = variables[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const given: Record<string, string> = {};
  for (const name of NAMES) {
    const direct = textOf(name);
    const file = textOf(`${name}_FILE`);
    if (direct !== undefined && file !== undefined) {
      faults.push({
        field: name,
        zh: `${name} 与 ${name}_FILE 只能设置一个`,
        en: `set either ${name} or ${name}_FILE, not both`,
      });
    } else if (file !== undefined) {
      Object.assign(given, fromFile(name, file, { readFile, faults }));
    } else if (direct !== undefined) given[name] = direct;
  }
  return given;
}

function fromFile(name: Name, path: string, { readFile, faults }: Reading): object {
  try {
    if (!readFile) throw new Error("this runtime has no files");
    return { [name]: readFile(path).trim() };
  } catch (error) {
    const why = error instanceof Error ? error.message : "unknown";
    faults.push({
      field: `${name}_FILE`,
      zh: `无法读取文件：${why}`,
      en: `cannot be read: ${why}`,
    });
    return {};
  }
}

function shown(name: Name, value: string | number | undefined): string | number | null {
  if (value === undefined || value === "") return null;
  return SECRETS.includes(name) ? "********" : value;
}
