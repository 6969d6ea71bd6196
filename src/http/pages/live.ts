import { PROBLEM_FORM } from "./problem-form-id.ts";

/**
 * What makes the pages follow while somebody types, where scripts run. Words travel in bodies, never
 * in addresses, and of several answers on their way only the last one counts.
 */

/** Id of what is swapped while the problem is typed; the field itself never is. */
export const UNDERSTANDING = "understanding";

/** Id of the sentence that tells readers who cannot see it what was understood. */
export const HEARD = "heard";

/** Id of where the suggestions of a language model stand. */
export const SUGGESTIONS = "suggestions";

/** A failure of the server leaves what is there. */
const KEEP_ON_FAILURE = { "hx-status:5xx": "swap:none", "hx-status:413": "swap:none" } as const;

const READ_AGAIN = {
  "hx-post": "/understand",
  "hx-target": `#${UNDERSTANDING}`,
  "hx-swap": "innerHTML",
  "hx-sync": `#${PROBLEM_FORM}:replace`,
  ...KEEP_ON_FAILURE,
} as const;

/** The form of the start page: the words are read a moment after the last key. */
export const WHILE_TYPING = {
  ...READ_AGAIN,
  "hx-trigger": "input changed delay:400ms from:#text, input changed delay:400ms from:#county",
} as const;

/** A button of the panel: what it does is seen in the panel alone. */
export const ON_PRESS = READ_AGAIN;

/** A field that looks terms up, with the list below it. */
export const lookingUp = (kind: string, form: string) =>
  ({
    "hx-get": `/terms/${kind}?form=${form}`,
    "hx-trigger": "input changed delay:200ms",
    "hx-target": `#${kind}-choices`,
    "hx-swap": "innerHTML",
    "hx-sync": "this:replace",
    ...KEEP_ON_FAILURE,
  }) as const;

/** What a model suggests is fetched apart: by a press of the button for it ... */
export const SUGGEST_ON_PRESS = {
  "hx-post": "/suggestions",
  "hx-target": `#${SUGGESTIONS}`,
  "hx-swap": "innerHTML",
  ...KEEP_ON_FAILURE,
} as const;

/** ... or by itself, once the rest of the page stands. */
export const SUGGEST_WHEN_LOADED = { ...SUGGEST_ON_PRESS, "hx-trigger": "load, click" } as const;

/** The form of the page about oneself. */
export const WHILE_WRITING = {
  "hx-post": "/profile/read",
  "hx-trigger": "input changed delay:600ms from:#text",
  "hx-target": "#proposed",
  "hx-swap": "innerHTML",
  "hx-sync": "this:replace",
  ...KEEP_ON_FAILURE,
} as const;

/**
 * A form or link whose answer is the page in another state: where scripts run, only what changed of
 * it is renewed, and the address follows.
 */
export const FOLLOW = {
  "hx-boost": "true",
  "hx-target": "#main",
  "hx-select": "#main",
  "hx-select-oob": "#language",
  "hx-swap": "outerMorph",
} as const;

/** One whose result is seen where its address has a fragment: the reader stays there. */
export const FOLLOW_IN_PLACE = {
  ...FOLLOW,
  "hx-swap": "outerMorph show:none",
  "data-in-place": "1",
} as const;

/** One that shows the same address again: going back does not lead to it. */
export const FOLLOW_AGAIN = { ...FOLLOW, "hx-replace-url": "true" } as const;
