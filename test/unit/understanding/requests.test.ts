import { expect, test } from "vitest";
import { askedAbout, skillsOf, tag, tagByRules, tagWithPlaces } from "./read-tags.ts";

const evidenceFor = (text: string, wanted: string) =>
  tagByRules(text)
    .evidence.filter((one) => one.tag === wanted)
    .map(({ words, rule }) => `${words} (${rule})`);

/** Each text asks for its skill, among whatever else. */
function expectSkills(asked: readonly [text: string, skill: string][]): void {
  for (const [text, skill] of asked) expect(skillsOf(tagByRules(text)), text).toContain(skill);
}

test("curled leaves and dropping fruit are a pest or a disease, the likelier first", () => {
  const text = "我县500亩椪柑叶片卷曲、落果，请派人来看";
  expect(skillsOf(tagByRules(text))).toEqual(["ponkan x plant-pest", "ponkan x plant-disease"]);
  expect(evidenceFor(text, "industry:ponkan")).toEqual(["椪柑 (name)"]);
  expect(evidenceFor(text, "competence:plant-pest")).toEqual([
    "叶片卷曲 (symptom)",
    "落果 (symptom)",
  ]);
});

test("each problem belongs to the industry beside it", () => {
  const understanding = tagByRules("柑橘黄龙病，鸡也拉稀");
  expect(skillsOf(understanding)).toEqual(["citrus x plant-disease", "chicken x animal-disease"]);
});

test("the problems of a list of industries belong to all of them", () => {
  expect(skillsOf(tagByRules("柑橘、猕猴桃都有溃疡病"))).toEqual([
    "citrus x plant-disease",
    "kiwifruit x plant-disease",
  ]);
});

test("what is refused is not asked for, and the refusal is shown", () => {
  const understanding = tagByRules("不是病，也不需要培训，就是想换品种，我家种的是黄桃");
  expect(skillsOf(understanding)).toEqual(["peach x variety"]);
  expect(understanding.evidence).toContainEqual(
    expect.objectContaining({ tag: "not:competence:training", words: "不需要培训" }),
  );
});

test("what is asked to end, whether to be done or said to fail is not refused by 不", () => {
  expectSkills([
    ["怎么让猪不拉稀", "pig x animal-disease"],
    ["如何让茶叶不受冻", "tea x disaster"],
    ["鱼塘怎么弄才不浮头", "freshwater-fish x water-quality"],
    ["想让稻子不长草", "rice x weed"],
    ["柚子打不进超市", "pomelo x branding"],
    ["茶园遮不遮荫", "tea x cultivation"],
  ]);
  expect(tagByRules("猪不拉稀").competences).toEqual([]);
});

test("a lack is a wish, but a lack of disease is good news", () => {
  expect(skillsOf(tagByRules("我们的黄桃没有品牌"))).toEqual(["peach x branding"]);
  expect(tagByRules("黄桃没有病虫害，就是不挂果").competences).not.toContain("plant-disease");
});

test("a symptom means what it means in its branch", () => {
  expect(tagByRules("山羊死了十几只").competences).toEqual(["animal-disease"]);
  expect(tagByRules("草鱼死了几百斤").competences).toEqual(["fish-disease", "water-quality"]);
  expect(tagByRules("辣椒死了一片").competences).toContain("plant-disease");
});

test("a named cause explains the signs beside it", () => {
  expect(tagByRules("脐橙得了黄龙病，叶子发黄、落果").competences).toEqual(["plant-disease"]);
});

test("a variety, a young animal or a pond names the industry", () => {
  expect(tagByRules("爱媛38号果苗发病了").industries).toEqual(["citrus"]);
  expect(tagByRules("黄金贡柚裂果").industries).toEqual(["pomelo"]);
  expect(tagByRules("羊羔站不起来").industries).toEqual(["goat-sheep"]);
  expect(tagByRules("池塘早上浮头").industries).toEqual(["freshwater-fish"]);
  expect(tagByRules("摊青不均匀，怎么办").industries).toEqual(["tea"]);
});

test("a house of animals and what they leave name the animal", () => {
  expect(skillsOf(tagByRules("牛棚建在低处"))).toContain("cattle x barn-environment");
  expect(tagByRules("鸡粪发酵怎么弄").industries).toEqual(["chicken"]);
});

test("what to live on is asked back, not answered, unless an industry is named", () => {
  for (const text of ["回乡创业搞点种养搞什么好", "种么子好咯"]) {
    expect(askedAbout(tagByRules(text)), text).toEqual(["scope"]);
  }
  expect(askedAbout(tagByRules("想请人做茶叶产业规划"))).toEqual([]);
});

test("quick tests are not in haste, and much feed is no trouble that is over", () => {
  expect(tagByRules("求快速鉴定茶叶病害").urgent).toBe(false);
  expect(skillsOf(tagByRules("牛一天喂好多料"))).toContain("cattle x feed");
});

test("what eats crops, how animals are housed and why they do not grow is read in many words", () => {
  expectSkills([
    ["黄桃种子都被咬空了", "peach x plant-pest"],
    ["羊棚怎么盖才不潮", "goat-sheep x barn-environment"],
    ["鸡粪也没地方消", "chicken x barn-environment"],
    ["草鱼个头上不去", "freshwater-fish x aquaculture"],
    ["一亩放好多尾草鱼", "freshwater-fish x aquaculture"],
    ["茶油有怪味", "camellia-oil x processing"],
    ["种黄瓜的大棚旧了", "gourd-vegetable x protected"],
  ]);
});

test("the most specific industry counts, but a list keeps all it names", () => {
  expect(tagByRules("全县柑橘里椪柑占了九成，每年都滞销").industries).toEqual(["ponkan"]);
  expect(tagByRules("柑橘、柚子都卖不出去").industries).toEqual(["citrus", "pomelo"]);
});

test("homographs are read by the longer word", () => {
  expect(tagByRules("油菜花节想请人策划宣传").industries).toEqual(["rural-tourism"]);
  expect(tagByRules("苹果手机坏了怎么修").industries).toEqual([]);
  expect(tagByRules("羊肚菌不出菇").industries).toEqual(["edible-fungi"]);
});

test("what is known to mean nothing here is not read by its likeness either", () => {
  for (const text of ["苹果手机坏了怎么修", "小米手机", "苹果电脑怎么装系统"]) {
    expect(tag(text), text).toMatchObject({ industries: [], competences: [] });
  }
  expect(tag("茶馆经营").industries).not.toContain("tea");
  expect(tag("苹果树怎么修剪").industries).toEqual(["apple"]);
});

test("what was grown before gives way to what is grown now", () => {
  expect(tagByRules("以前种水稻，现在改种湘莲，得了腐败病").industries).toEqual(["lotus"]);
});

test("dialect, slips of the pen and traditional characters are read", () => {
  expect(skillsOf(tagByRules("屋里的猪屙肚子，么子病咯"))).toEqual(["pig x animal-disease"]);
  expect(evidenceFor("弥猴桃溃疡病", "industry:kiwifruit")).toEqual(["弥猴桃 (spelling)"]);
  expect(skillsOf(tagByRules("臍橙潰瘍病怎麼治"))).toEqual(["navel-orange x plant-disease"]);
  expect(tagByRules("爱媛 ３８ 号\u200b果苗发病了").evidence[0]?.words).toBe("爱媛 ３８ 号");
});

test("an unknown disease or pest is known by its family name", () => {
  expect(evidenceFor("茶树得了茶云斑怪病", "competence:plant-disease")).not.toEqual([]);
  expect(skillsOf(tagByRules("油茶长了黑背虫"))).toEqual(["camellia-oil x plant-pest"]);
});

test("urgency is found with its words", () => {
  const text = "秧苗成片死亡，面积还在扩大，非常着急！";
  expect(tagByRules(text).urgent).toBe(true);
  expect(evidenceFor(text, "urgent")).toEqual(["面积还在扩大 (cue)", "非常着急 (cue)"]);
  expect(tagByRules("请派人来看看椪柑落果").urgent).toBe(false);
});

test("a place is suggested and not taken for a crop", () => {
  const understanding = tagWithPlaces({ 桃源县: "430725" })("桃源县的茶园有茶毛虫");
  expect(understanding.industries).toEqual(["tea"]);
  expect(understanding.needs[0]?.place).toBe("430725");
  expect(understanding.evidence.at(-1)).toEqual({
    tag: "place:430725",
    words: "桃源县",
    from: 0,
    to: 3,
    rule: "place",
  });
});

test("words of substance that no term covers are listed", () => {
  expect(tagByRules("柑橘落果，像是魑魅魍魉作祟").unknown.map(({ words }) => words)).toContain(
    "魑魅魍魉作祟",
  );
});

test("the stages follow from what is asked for", () => {
  expect(tagByRules("椪柑品种单一，每年滞销").stages).toEqual(["pre", "post"]);
});

test("a word typed with a character of the same sound is read as what it sounds like", () => {
  expect(evidenceFor("茯岭烂了一半", "industry:poria")).toEqual(["茯岭 (spelling)"]);
  expect(evidenceFor("羊肚军不出菇", "industry:edible-fungi")).toContain("羊肚军 (spelling)");
  expect(tagByRules("十月集中上市的黄桃卖不掉").industries).toEqual(["peach"]);
});

test("trouble that is described in words nobody knows asks for the likeliest causes of its branch", () => {
  const { competences, askBack, evidence } = tagByRules("草鱼身上魑魅魍魉");
  expect(askBack).toEqual([]);
  expect(competences[0]).toBe("fish-disease");
  expect(evidence.map(({ rule }) => rule)).toContain("back-off");
  expect(askedAbout(tagByRules("我家是养草鱼的"))).toEqual(["problem"]);
});

test("a refusing sign within another word refuses nothing", () => {
  expect(tagByRules("橘子个别裂果怎么办").competences).not.toEqual([]);
  expect(tagByRules("橘子特别裂果，怎么办").competences).not.toEqual([]);
  for (const text of ["橘子个别裂果", "橘子特别裂果"]) {
    expect(tagByRules(text).evidence.filter(({ rule }) => rule === "negation")).toEqual([]);
  }
  expect(tagByRules("柑橘滞销，也不搞培训").competences).toEqual(["branding"]);
});

test("what is no trouble, is done already or is said to be in no haste is not asked for", () => {
  expect(tagByRules("柑橘病虫害不严重，主要是卖不出去").competences).toEqual(["branding"]);
  expect(tagByRules("我们的猪养殖技术已成熟，暂不需要，想打品牌").competences).toEqual([
    "branding",
  ]);
  for (const text of ["柑橘裂果，我不急", "柑橘裂果，不着急，慢慢来", "柑橘裂果，不是很急"]) {
    expect(tagByRules(text).urgent, text).toBe(false);
  }
});

test("what is refused is told as what it would have meant beside the industry", () => {
  const refused = tagByRules("椪柑不是病，就是想换品种").evidence.filter(
    ({ rule }) => rule === "negation",
  );
  expect(refused.map((one) => one.tag)).toEqual(["not:competence:plant-disease"]);
});

test("a sign brings no industry of its own beside those of the text", () => {
  expect(tagByRules("油茶花开得好，一片白，就是坐不住果").industries).toEqual(["camellia-oil"]);
});

test("what a trouble is compared with is not what it is about", () => {
  expect(tagByRules("椪柑根上的疙瘩像生姜一样").industries).toEqual(["ponkan"]);
  expect(tagByRules("椪柑烂了，一股臭鸡蛋味道").industries).toEqual(["ponkan"]);
  expect(tagByRules("撂荒地黏得像年糕，要撒多少石灰").industries).toEqual(["crops"]);
  expect(tagByRules("猪栏味道大，怎么办").industries).toEqual(["pig"]);
});
