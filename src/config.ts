import { z } from "zod";
import { AppError, type Fault } from "./domain/error.ts";

const filled = z.string().trim().min(1);
const port = z
  .string()
  .regex(/^\d+$/, "must be a port, 0 to 65535")
  .transform(Number)
  .pipe(z.int().max(65_535));

const count = (most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number, 1 to ${most}`)
    .transform(Number)
    .pipe(z.int().min(1).max(most));

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
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .refine((address) => !/^[^/]*\/\/[^/]*@/.test(address), "must hold no name or password")
    .optional(),
  OPENAI_MODEL: filled.optional(),
  OPENAI_CONCURRENCY: count(64).default(4),
  OPENAI_MONTHLY_TOKENS: count(1_000_000_000_000).default(10_000_000),
});

type Name = keyof z.infer<typeof Environment>;
const NAMES = Environment.keyof().options;
const SECRETS: readonly Name[] = ["NEO4J_PASSWORD", "OPENAI_API_KEY"];

/** What a setting must look like. */
const IN_CHINESE: Readonly<Record<string, string>> = {
  PORT: "应为 0 到 65535 的端口号",
  LOG_LEVEL: "只能是 debug、info、warn、error、silent 之一",
  NEO4J_URI: "应形如 bolt://host:7687、neo4j://host:7687 或 http://host:7474，不带路径和密码",
  OPENAI_BASE_URL: "应为 http 或 https 网址，不带用户名和密码",
  OPENAI_CONCURRENCY: "应为 1 到 64 的整数",
  OPENAI_MONTHLY_TOKENS: "应为 1 到 1000000000000 的整数",
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
  if (data) faults.push(...modelFaults(data));
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
    /** The language model; undefined when understanding is offline only. */
    model: modelOf(data),
    /** Every setting as it is in force; secrets are masked. */
    shown: Object.fromEntries(NAMES.map((name) => [name, shown(name, data[name])])),
  };
}

type Settings = z.infer<typeof Environment>;

const OPENAI = "https://api.openai.com/v1";

/** A model is used when it is named, and a key or the address of a service that needs none is given. */
function modelOf(settings: Settings) {
  const { OPENAI_MODEL: model, OPENAI_API_KEY: key, OPENAI_BASE_URL: baseUrl = OPENAI } = settings;
  if (!model) return undefined;
  const { OPENAI_CONCURRENCY: concurrency, OPENAI_MONTHLY_TOKENS: monthlyTokens } = settings;
  return { baseUrl, key, model, concurrency, monthlyTokens };
}

/** Half a setting would leave it unclear whether texts go out. */
function modelFaults({ OPENAI_MODEL, OPENAI_API_KEY, OPENAI_BASE_URL }: Settings): Fault[] {
  const isReachable = OPENAI_API_KEY !== undefined || OPENAI_BASE_URL !== undefined;
  if (isReachable === (OPENAI_MODEL !== undefined)) return [];
  return isReachable
    ? [
        {
          field: "OPENAI_MODEL",
          zh: "设置了 OPENAI_API_KEY 或 OPENAI_BASE_URL 时还须指明模型；不用语言模型，请把它们都去掉",
          en: "is needed beside OPENAI_API_KEY or OPENAI_BASE_URL; unset them all to use no language model",
        },
      ]
    : [
        {
          field: "OPENAI_API_KEY",
          zh: "设置了 OPENAI_MODEL 时还须设置密钥，或用 OPENAI_BASE_URL 指明不需要密钥的服务；不用语言模型，请去掉 OPENAI_MODEL",
          en: "is needed beside OPENAI_MODEL, or OPENAI_BASE_URL for a service without a key; unset OPENAI_MODEL to use no language model",
        },
      ];
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
