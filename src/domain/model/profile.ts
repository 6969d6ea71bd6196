import { typedText } from "./typed-text.ts";

/** The longest text that experts write about themselves, in UTF-16 code units. */
export const LONGEST_PROFILE = 5_000;

/** What experts write about themselves, as typed. */
export const ProfileText = typedText({
  longest: LONGEST_PROFILE,
  ask: {
    zh: "请用几句话写明专长，例如“长于猕猴桃溃疡病防控，从事果树植保二十余年”",
    en: "say in a few sentences, in words, what you are good at",
  },
});
