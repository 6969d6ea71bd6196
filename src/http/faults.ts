import type { z } from "zod";
import { AppError, type Fault } from "../domain/error.ts";

/** Says what zod found wrong with the input, field by field, in both languages. */
export const faultsOf = (error: z.ZodError): Fault[] =>
  error.issues.map((issue) => ({
    field: issue.path.map(String).join("."),
    zh: chinese(issue),
    en: issue.message,
  }));

/** Throws `invalid` with every faulty field. */
export function refuse(error: z.ZodError): never {
  const faults = faultsOf(error);
  const list = (language: "zh" | "en") =>
    faults.map((fault) => `${fault.field}: ${fault[language]}`).join("; ");
  throw new AppError(
    "invalid",
    { zh: `输入有误：${list("zh")}`, en: `The input is not valid: ${list("en")}` },
    { faults },
  );
}

function chinese(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "custom":
      return typeof issue.params?.["zh"] === "string" ? issue.params["zh"] : issue.message;
    case "too_big":
      return `不能大于（或长于）${issue.maximum}`;
    case "too_small":
      return Number(issue.minimum) === 1 && issue.origin === "string"
        ? "不能为空"
        : `不能小于（或短于）${issue.minimum}`;
    case "invalid_type":
      return `类型应为 ${issue.expected}`;
    case "unrecognized_keys":
      return `不认识的字段：${issue.keys.join("、")}`;
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
