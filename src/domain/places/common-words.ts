/**
 * Short names of counties that are also everyday words, rivers, mountains or places elsewhere. They
 * name the county only behind its prefecture (永州新田) or the province, or as part of the full name.
 */
export const NOT_ALONE: ReadonlySet<string> = new Set([
  ...["新田", "双牌", "中方", "安仁", "资兴", "通道", "会同", "洞口", "桃源", "沅江"],
  ...["永定", "云溪", "武陵", "南岳", "衡山", "蓝山", "北湖", "荷塘", "芙蓉", "天心"],
  ...["天元", "石峰", "石鼓", "双清", "大祥", "北塔", "君山", "资阳", "岳阳楼", "岳麓", "雨花"],
  ...["嘉禾", "开福", "雁峰"],
]);

/** Words that a name of a county seems to stand in where it does not: 湖南|县, 广东|安化, 创新|化肥. */
export const COMMON_WORDS: readonly string[] = [
  ...["湖南", "河南", "云南", "海南", "江南", "湘南", "西南", "东南", "华南", "济南", "越南"],
  ...["广东", "山东", "华东", "河东", "广西", "湖北", "河北", "江西", "天津", "贵州", "四川"],
  ...["知道", "街道", "渠道", "报道", "味道", "轨道", "管道", "隧道", "赤道", "频道", "人行道"],
  ...["公安", "治安", "保安", "平安", "西安", "延安", "安宁", "南宁", "革新", "更新", "创新"],
  ...["全新", "重新", "高新", "最新", "清新", "新化肥", "新化工", "新化学", "城步行", "华容道"],
  ...["桂东南", "桂东北", "便宜", "双峰山", "永顺利", "凤凰单丛", "凤凰单枞", "凤凰水仙"],
];
