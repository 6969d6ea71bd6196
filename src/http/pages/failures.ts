import { AppError, type Fault } from "../../domain/error.ts";
import { STATUS } from "../problem.ts";

/** A failure that the page can say beside the form; others become a page of their own. */
export const isReadersFault = (error: unknown): error is AppError =>
  error instanceof AppError && STATUS[error.code] < 500;

export const statusOf = ({ code }: AppError) => STATUS[code];

/** What is wrong, field by field; a failure about no field in particular is told of the whole. */
export const faultsIn = ({ faults, sentence }: AppError): Fault[] =>
  faults.length > 0 ? [...faults] : [{ field: "", ...sentence }];
