import { expect, test } from "vitest";
import { skillsOf, tagByRules } from "./read-tags.ts";

const sorted = (text: string) => skillsOf(tagByRules(text)).sort();

test("a refusal refuses the clause before it only where its own says nothing else", () => {
  expect(tagByRules("今年想做亲子农耕，不搞玩水").competences).toEqual(["tourism"]);
  expect(tagByRules("柑橘病虫防治，暂不需要，只想打品牌").competences).toEqual(["branding"]);
  expect(tagByRules("请派橘子专家来我乡，具体到了再说").industries).toEqual(["citrus"]);
});

test("where bees are kept, rapeseed is where they are put", () => {
  expect(tagByRules("意蜂转场到油菜地，蜂群不采蜜").industries).toEqual(["bees"]);
});

test("a work right behind 想问, or one that nobody can do, is asked for", () => {
  expect(tagByRules("猕猴桃溃疡病少多了，现在想问授粉").competences).toEqual(["cultivation"]);
  expect(tagByRules("魔芋有软腐病，种芋全靠外调").competences).toEqual([
    "plant-disease",
    "seedling",
  ]);
});

test("a kind that has no id of its own stands for itself beside others of its group", () => {
  expect(sorted("核桃有白蚂蚁；樱桃流胶病")).toEqual(["fruit x plant-disease", "nut x plant-pest"]);
  expect(sorted("果树缺硼，主要是猕猴桃、葡萄")).toEqual([
    "grape x nutrition",
    "kiwifruit x nutrition",
  ]);
});

test("the items of a list have industries of their own", () => {
  expect(sorted("一是水稻有稻瘟病；二是稻田养鱼的鱼种怎么放养")).toEqual([
    "rice x plant-disease",
    "rice-fish x aquaculture",
  ]);
  expect(sorted("一是椪柑黄龙病；二是返乡青年开网店")).toEqual([
    "ponkan x plant-disease",
    "rural-commerce x e-commerce",
  ]);
  expect(sorted("请派油茶低改、黄精育苗专家")).toEqual([
    "camellia-oil x stand-renovation",
    "polygonatum x seedling",
  ]);
});

test("分别 gives each of several troubles to its own of as many industries", () => {
  expect(sorted("村里种油茶和生姜，分别有炭疽病和姜螟")).toEqual([
    "camellia-oil x plant-disease",
    "ginger x plant-pest",
  ]);
});

test("where one industry is asked about, what is hinted at beside another is asked of that one", () => {
  expect(sorted("柑橘有黄龙病，生猪的饲料成本高")).toEqual([
    "citrus x plant-disease",
    "pig x feed",
  ]);
});

test("a single sign beside work that is asked for is the reason for it", () => {
  expect(tagByRules("金银花晒一天就发黑，想买烘干设备").competences).not.toContain("plant-disease");
});

test("price and loss beside a trouble are what it costs; a crop that does not sell is more", () => {
  expect(tagByRules("草莓有灰霉病，卖不上价").competences).toEqual(["plant-disease"]);
  expect(tagByRules("草莓有灰霉病，又滞销").competences).toEqual(["plant-disease", "branding"]);
  expect(tagByRules("草莓卖不上价").competences).toEqual(["branding"]);
});

test("what was done before, or stands in the way of no one any more, is told", () => {
  expect(tagByRules("桃树修剪过，今年想请懂保鲜的").competences).toEqual(["postharvest"]);
  expect(tagByRules("茶园遭了冻，后来缓过来了。现在有茶尺蠖").competences).toEqual(["plant-pest"]);
  expect(tagByRules("橘园大实蝇已经基本控制住，溃疡病还在传").competences).toEqual([
    "plant-disease",
  ]);
});

test("an office, a guest, a trait of a variety are not what is asked for", () => {
  expect(tagByRules("请植保站看过，湘莲要提纯复壮").competences).toEqual(["germplasm"]);
  expect(tagByRules("村里搞旅游修了路，路边的蓝莓有红蜘蛛").competences).toEqual(["plant-pest"]);
  expect(tagByRules("辣椒要耐高温品种").competences).toEqual(["variety"]);
});
