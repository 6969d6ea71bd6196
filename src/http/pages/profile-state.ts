/** Every button of the page about oneself submits this form. */
export const PROFILE_FORM = "profile";
