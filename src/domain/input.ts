import type { z } from "zod";
import { AppError, type Fault, type Sentence } from "./error.ts";

/** Says what zod found wrong with the input, field by field, in both languages. */
export const faultsOf = (error: z.ZodError): Fault[] =>
  error.issues.flatMap((issue) => {
    const fields = issue.code === "unrecognized_keys" ? issue.keys.slice(0, NAMED) : [];
    if (fields.length === 0) return [faultAt(issue.path, issue)];
    return fields.map((field) => ({ ...faultAt([...issue.path, field], issue), ...UNKNOWN_FIELD }));
  });

/** Unknown fields that are named; a body may hold thousands. */
const NAMED = 20;

const UNKNOWN_FIELD = { zh: "没有这一项", en: "there is no such field" };

const faultAt = (path: readonly PropertyKey[], issue: z.core.$ZodIssue): Fault => {
  const field = path.map(String).join(".");
  if (isMissing(issue)) return { field, zh: "不能缺少", en: "is required" };
  if (issue.code === "too_small" && issue.inclusive === false) {
    return { field, zh: `应大于 ${issue.minimum}`, en: `must be above ${issue.minimum}` };
  }
  if (isShareAboveOne(issue)) return { field, ...SHARE };
  const options = optionsOf(issue);
  if (options.length > 0) return { field, ...onlyOneOf(options) };
  return { field, zh: chinese(issue), en: issue.message };
};

/** No number but a share has 1 as its most: who goes beyond it has most likely typed per cent. */
const isShareAboveOne = (issue: z.core.$ZodIssue): boolean =>
  issue.code === "too_big" && issue.origin === "number" && Number(issue.maximum) === 1;

const SHARE: Sentence = {
  zh: "应在 0 到 1 之间，如 40% 写作 0.4",
  en: "must be from 0 to 1: 40 % is written 0.4",
};

/** What the field may say that tells one kind of thing from the others; zod's sentence omits it. */
const optionsOf = (issue: z.core.$ZodIssue): string[] =>
  issue.code === "invalid_union" && "options" in issue ? (issue.options ?? []).map(String) : [];

const onlyOneOf = (options: readonly string[]): Sentence => ({
  zh: `只能取：${options.join("、")}`,
  en: `Invalid option: expected one of ${options.map((option) => `"${option}"`).join("|")}`,
});

const isMissing = (issue: z.core.$ZodIssue): boolean =>
  issue.code === "invalid_type" && issue.message.endsWith("received undefined");

/** Throws `invalid` with every faulty field. */
export const refuse = (error: z.ZodError): never => refuseFaults(faultsOf(error));

/** Throws `invalid` with these faults. */
export function refuseFaults(faults: readonly Fault[]): never {
  const list = (language: "zh" | "en") =>
    faults
      .map((fault) => (fault.field ? `${fault.field}: ${fault[language]}` : fault[language]))
      .join("; ");
  throw new AppError(
    "invalid",
    { zh: `输入有误：${list("zh")}`, en: `The input is not valid: ${list("en")}` },
    { faults },
  );
}

const TYPES: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: " true 或 false",
  array: "列表",
  object: "对象",
};

type Limit = (limit: number | bigint) => string;

const MOST_NUMBER: Limit = (most) => `不能大于 ${most}`;
const LEAST_NUMBER: Limit = (least) => `不能小于 ${least}`;

const MOST: Readonly<Record<string, Limit>> = {
  string: (most) => `最多 ${most} 个字`,
  array: (most) => `最多 ${most} 项`,
};

const LEAST: Readonly<Record<string, Limit>> = {
  string: (least) => (Number(least) === 1 ? "不能为空" : `至少 ${least} 个字`),
  array: (least) => `至少要有 ${least} 项`,
};

function chinese(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "custom":
      return typeof issue.params?.["zh"] === "string" ? issue.params["zh"] : issue.message;
    case "too_big":
      return (MOST[issue.origin] ?? MOST_NUMBER)(issue.maximum);
    case "too_small":
      return (LEAST[issue.origin] ?? LEAST_NUMBER)(issue.minimum);
    case "invalid_type":
      return `应为${TYPES[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `只能取：${issue.values.map(String).join("、")}`;
    default:
      return "格式不正确";
  }
}

/** Parses input from outside, or throws `invalid` with every faulty field. */
export function parsed<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(input);
  return success ? data : refuse(error);
}
