import { z } from "@hono/zod-openapi";

export const ProblemDetails = z
  .object({
    type: z.string().openapi({ example: "urn:ketepai:problem:invalid" }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().openapi({ example: "invalid" }),
    requestId: z.string(),
    errors: z
      .array(z.object({ field: z.string(), detail: z.string() }))
      .optional()
      .openapi({ description: "Every faulty field" }),
  })
  .openapi("Problem", { description: "RFC 9457" });
