/** A way of looking at the pages. */
export interface Variant {
  name: string;
  width: number;
  scheme: "light" | "dark";
  language: "zh" | "en";
  script: boolean;
}

const WIDTHS = [1280, 390] as const;
const SCHEMES = ["light", "dark"] as const;
const LANGUAGES = ["zh", "en"] as const;

const nameOf = ({ width, scheme, language, script }: Omit<Variant, "name">): string =>
  [width, scheme, language, ...(script ? [] : ["no-script"])].join("-");

const named = (variant: Omit<Variant, "name">): Variant => ({ ...variant, name: nameOf(variant) });

/** Every width in every light and language, and both widths without JavaScript. */
export const VARIANTS: readonly Variant[] = [
  ...WIDTHS.flatMap((width) =>
    SCHEMES.flatMap((scheme) =>
      LANGUAGES.map((language) => named({ width, scheme, language, script: true })),
    ),
  ),
  ...WIDTHS.map((width) => named({ width, scheme: "light", language: "zh", script: false })),
];
