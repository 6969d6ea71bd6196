/** Every button of the start page submits this form, wherever the button stands. */
export const PROBLEM_FORM = "problem";
