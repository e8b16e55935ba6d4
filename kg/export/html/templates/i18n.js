// The words of the page itself, Chinese first. Labels of types and relations come from the ontology with the data.

import { STORY_PHRASES } from "./phrases/stories.js";

/** @import { Definition, Term } from "./data" */

/** @satisfies {Record<string, [chinese: string, english: string]>} */
const PHRASES = {
  ...STORY_PHRASES,
  title: ["谁与谁共事", "Who works with whom"],
  subtitle: ["报纸知识图谱", "knowledge graph of newspaper pages"],
  skip: ["跳到图谱", "Skip to the graph"],
  graph: ["全图", "Graph"],
  who: ["谁与谁", "Who with whom"],
  trace: ["追踪", "Trace"],
  list: ["列表", "List"],
  search: ["查找：名字、职务、金额、标题、记者、原文；拼音也行", "Find: names, posts, sums, headlines, reporters, words; pinyin too"],
  said: ["原文所说", "as printed"],
  none: ["没有找到", "Nothing found"],
  nolink: ["没有哪一页直接说到两者的联系", "No page says anything that links the two directly"],
  language: ["English", "中文"],
  theme: ["明暗", "Light or dark"],
  help: ["帮助", "Help"],
  menu: ["筛选", "Filters"],
  take: ["带走", "Take away"],
  png: ["图片 PNG", "Image PNG"],
  svg: ["矢量图 SVG", "Vector SVG"],
  csv: ["表格 CSV", "Table CSV"],
  graphml: ["图数据 GraphML", "Graph data GraphML"],
  print: ["打印", "Print"],
  link: ["复制此视图的链接", "Copy a link to this view"],
  legend: ["图例 · 类型", "Legend · types"],
  relations: ["关系", "Relations"],
  events: ["事件角色", "Parts in events"],
  attributes: ["属性", "Attributes"],
  article: ["文章", "Article"],
  everyarticle: ["全部文章", "All articles"],
  dates: ["日期", "Dates"],
  from: ["从", "from"],
  to: ["到", "to"],
  undated: ["含无日期或年份不明的", "include undated and of unknown year"],
  unknownyear: ["{0}（年份不明）", "{0} (year unknown)"],
  confidence: ["可信度不低于", "Confidence at least"],
  sources: ["独立来源（不同报纸或期次）不少于", "Independent sources (papers or issues) at least"],
  unfold: ["展开全部", "Unfold all"],
  fold: ["只看要点", "Main points only"],
  groups: ["按社群", "By community"],
  reset: ["清除筛选", "Clear filters"],
  only: ["仅此", "only"],
  showing: ["显示 {0} / {1} 个节点，{2} 条连线", "{0} of {1} nodes, {2 link|links} shown"],
  folded: ["其余已折叠", "the rest is folded"],
  nothing: ["没有符合筛选条件的内容", "Nothing passes the filters"],
  close: ["关闭", "Close"],
  back: ["返回", "Back"],
  unfoldone: ["展开相邻的 {0} 个", "Unfold {0 neighbour|neighbours}"],
  foldone: ["收起", "Fold"],
  tracefrom: ["以此为起点追踪", "Trace from here"],
  also: ["又称", "also"],
  locality: ["所在地", "located in"],
  seenin: ["见于", "seen in"],
  joined: ["合并依据", "joined because"],
  njoined: ["{0} 条", "{0 reason|reasons}"],
  posts: ["职务", "Posts"],
  people: ["人员", "People"],
  projects: ["项目与设施", "Projects and facilities"],
  organisations: ["机构与企业", "Organisations"],
  zones: ["园区", "Zones"],
  programmes: ["行动与制度", "Programmes"],
  places: ["地方", "Places"],
  happenings: ["事件", "Events"],
  figures: ["数据与进展", "Figures and progress"],
  participants: ["参与者", "Participants"],
  seen: ["见报", "seen"],
  quote: ["原文", "quote"],
  quotes: ["{0} 处原文", "{0 quote|quotes}"],
  readall: ["读全文", "Read the article"],
  copy: ["复制引文", "Copy quote"],
  copied: ["已复制", "Copied"],
  single: ["单一来源", "single source"],
  many: ["{0} 个独立来源", "{0 independent source|independent sources}"],
  onepage: ["同版 {0} 篇", "{0 article|articles} of one page"],
  onesource: ["同源 {0} 篇", "{0 article|articles} of one source"],
  weak: ["跨弱接缝", "crosses a weak seam"],
  weaktip: ["引文跨过一处版面拼接，拼接把握不大", "the quote crosses a join of columns that is not certain"],
  sure: ["可信度 {0}", "confidence {0}"],
  between: ["两者之间", "Between the two"],
  together: ["共事", "Together"],
  direct: ["直接关系", "Direct relation"],
  through: ["通过", "through"],
  tracehelp: [
    "选两个名字，看它们怎样连起来。路径尽量走项目、职务、会议和资金，不绕城市和报纸。",
    "Pick two names and see how they are linked: through projects, posts, meetings and money, not through a city or a newspaper.",
  ],
  first: ["甲方名字", "First name"],
  second: ["乙方名字", "Second name"],
  swap: ["对调", "Swap"],
  nopath: ["没有找到有原文为证的路径", "No evidenced path was found"],
  path: ["路径 {0}", "Path {0}"],
  steps: ["{0} 步", "{0 step|steps}"],
  hubpath: ["只能经由地方或报纸相连", "linked only through a place or a newspaper"],
  pickboth: ["请选定两个名字", "Pick two names"],
  samename: ["两个名字是同一个", "Both names are the same"],
  leaf: ["第 {0} / {1} 页，共 {2} 行", "Page {0} of {1}, {2 row|rows}"],
  leaves: ["翻页", "Pages"],
  leafback: ["上一页", "Page before"],
  leafon: ["下一页", "Next page"],
  copydossier: ["复制档案", "Copy dossier"],
  printdossier: ["打印档案", "Print dossier"],
  typecol: ["类型", "Type"],
  namecol: ["名称", "Name"],
  tiescol: ["连线", "Links"],
  articlescol: ["篇数", "Articles"],
  narticles: ["{0} 篇", "{0 article|articles}"],
  item: ["第 {0} 篇", "item {0}"],
  offset: ["原页第 {0} 字起", "from character {0} of the page"],
  noheadline: ["（无标题）", "(no headline)"],
  zoomin: ["放大", "Zoom in"],
  zoomout: ["缩小", "Zoom out"],
  fit: ["看全部", "Fit"],
  members: ["成员", "Members"],
  group: ["社群", "Community"],
  opengroup: ["展开此社群", "Expand this community"],
  canvas: ["图谱。方向键在节点间移动，回车看详情，E 展开", "Graph. Arrows move between nodes, Enter opens details, E unfolds"],
  directed: ["{0}在「{1}」中为{2}", "{0} is {2} in “{1}”"],
  attribute: ["{0}的{1}：{2}", "{0}: {1} {2}"],
  source: ["{0} 个版面，{1} 篇文章，{2} 条有原文的事实。", "{0 page|pages}, {1 article|articles}, {2 fact|facts} with quotes."],
  measured: ["社群与重要性由连线算出。", "Communities and importance are computed from the links."],
  estimated: ["图谱较大，重要性按抽样估算。", "Importance is estimated from a sample, for the graph is large."],
  capped: ["每个名字只列最强的几条联系", "only the strongest ties of each name are listed"],
  clash: ["说法不一", "accounts differ"],
  clashtip: ["别的文章说法不同，各自列出", "other articles say otherwise; both are listed"],
  clashes: ["说法不一", "Accounts that differ"],
  alsotold: ["另有报道", "Also told as"],
  ahead: ["预期", "expected"],
  planned: ["谋划", "planned"],
  prepared: ["前期", "prepared"],
  signed: ["签约", "signed"],
  started: ["开工", "started"],
  under_way: ["在建", "under way"],
  finished: ["竣工", "finished"],
  running: ["投产", "running"],
  held_up: ["停滞", "held up"],
  derived: ["同场", "same event"],
  derivedtip: ["由同场推得，弱于明言的关系", "derived from being at one event: weaker than a stated link"],
  samequote: ["引文同上", "same quote as above"],
  more: ["还有 {0} 条", "{0} more"],
};

/** Keys and what they do. @type {[keys: string, chinese: string, english: string][]} */
const SHORTCUTS = [
  ["/", "查找", "Find"],
  ["↑ ↓ ← →", "在节点间移动", "Move between nodes"],
  ["Enter", "打开详情", "Open details"],
  ["E", "展开或收起相邻节点", "Unfold or fold neighbours"],
  ["+ − 0", "放大、缩小、看全部", "Zoom in, out, fit"],
  ["1 … 6", "全图、谁与谁、追踪、列表、时间线、地点", "Graph, who with whom, trace, list, timeline, places"],
  ["Esc", "关闭详情", "Close details"],
  ["?", "本帮助", "This help"],
];

/** @typedef {keyof typeof PHRASES} Phrase */

/** @type {"zh" | "en"} */
let language = "zh";

export const currentLanguage = () => language;

/** @param {string} wanted */
export function setLanguage(wanted) {
  language = wanted === "en" ? "en" : "zh";
}

/**
 * The words for `key` in the language chosen, with {0}, {1} … filled in; {0 link|links} is a number with its noun.
 * @param {Phrase} key
 * @param {...(string | number | undefined)} values
 */
export const phrase = (key, ...values) => filled(PHRASES[key][language === "zh" ? 0 : 1], values);

/**
 * A reason of the data in the language chosen.
 * @param {Definition} form
 * @param {string[]} slots
 */
export const reasonText = (form, slots) => filled(form[language], slots);

/**
 * @param {string} text
 * @param {(string | number | undefined)[]} values
 */
const filled = (text, values) =>
  text.replace(/\{(\d+)(?: (.+?)\|(.+?))?\}/g, (_, number, one, more) => {
    const value = values[Number(number)];
    return one ? `${value} ${value === 1 ? one : more}` : String(value);
  });

/**
 * A date as shown: one without a year says so.
 * @param {string | undefined} date
 */
export const dateText = (date) => (date && !/^\d{4}/.test(date) ? phrase("unknownyear", date) : date);

/**
 * What is to be said of a date's year beside it: nothing if it has one.
 * @param {string | undefined} date
 */
export const yearNote = (date) => (date && !/^\d{4}/.test(date) ? phrase("unknownyear", "") : "");

/** @returns {[keys: string, meaning: string][]} */
export const shortcuts = () => SHORTCUTS.map(([keys, chinese, english]) => [keys, language === "zh" ? chinese : english]);

/** @param {Term | undefined} term */
export const termLabel = (term) => (term ? term[language] : "");

/** @param {Term} term */
export const otherLabel = (term) => term[language === "zh" ? "en" : "zh"];
