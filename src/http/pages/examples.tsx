import type { View } from "./view.ts";

/** Problems as counties put them, to try the page with. */
const EXAMPLES = [
  ["我县500亩椪柑叶片卷曲、落果，请派人来看", "433125"],
  ["茶园今年小绿叶蝉多，想少打药，请教绿色防控", "433126"],
  ["合作社的黄桃卖不出去，想做品牌和电商", "430225"],
  ["稻田养的鱼浮头，死了一些，急", "430726"],
] as const;

export function Examples({ view }: { view: View }) {
  const { t, reference } = view;
  return (
    <section class="block" aria-labelledby="examples">
      <h2 id="examples">{t("examples")}</h2>
      <ul class="examples">
        {EXAMPLES.map(([text, county]) => (
          <li>
            <a href={`/?${new URLSearchParams({ text, county })}`} lang="zh-CN">
              {text}
            </a>{" "}
            <small lang="zh-CN">{reference.places.counties.get(county)?.name}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
