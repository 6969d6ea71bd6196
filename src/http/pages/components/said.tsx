import type { View } from "../view.ts";

/** Chinese words, with the signs that go with them. */
const CHINESE = /([\p{Script=Han}][\p{Script=Han}\d，。、；：《》（）·]*)/u;

/** A sentence in the reader's language; Chinese names and titles in English ones are told as such. */
export function Said({ view, text }: { view: View; text: string }) {
  if (view.language === "zh") return <>{text}</>;
  return (
    <>
      {text
        .split(CHINESE)
        .map((part, index) => (index % 2 === 1 ? <span lang="zh-CN">{part}</span> : part))}
    </>
  );
}
