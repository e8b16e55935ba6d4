/**
 * The editor of SPARQL: colours, completion of the ontology's names, faults marked where the server's own parser finds them.
 *
 * The text area stays the field of the form, and without scripts it is the editor. CodeMirror is put behind a shadow root, where its
 * styles are a constructed sheet: the page's policy allows no style but our files.
 */

import {
  autocompletion,
  bracketMatching,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  defaultKeymap,
  EditorState,
  EditorView,
  HighlightStyle,
  history,
  historyKeymap,
  keymap,
  lineNumbers,
  linter,
  lintGutter,
  lintKeymap,
  Prec,
  sparql,
  StreamLanguage,
  syntaxHighlighting,
  syntaxTree,
  tags,
} from "./vendor/codemirror.js";

/** @typedef {{ name: string, zh: string, en: string }} Word */
/** @typedef {{ prefixes: Record<string, string>, words: Word[] }} Vocabulary */
/** @typedef {{ start: number, end: number, severity: "error" | "warning", message: string }} Fault */
/** @typedef {import("@codemirror/autocomplete").Completion} Completion */

const KEYWORDS = `SELECT DISTINCT REDUCED CONSTRUCT DESCRIBE ASK WHERE PREFIX BASE OPTIONAL UNION MINUS FILTER EXISTS NOT IN BIND AS VALUES
  UNDEF GRAPH GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG LANGMATCHES DATATYPE BOUND IRI
  BNODE REGEX REPLACE SUBSTR STRLEN UCASE LCASE CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER CONCAT YEAR MONTH DAY COALESCE IF isIRI
  isBLANK isLITERAL isNUMERIC ABS CEIL FLOOR ROUND`.split(/\s+/);
const TYPED = /[?$]?[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?::[\p{L}\p{N}_.-]*)?|[?$]|:/u;
/** What may be half typed before the cursor: a variable, a keyword, a prefixed name, or a label in Chinese. */
const MOST = 60;
/** Completions shown at once. */

const isChinese = document.documentElement.lang.startsWith("zh");
const field = /** @type {HTMLTextAreaElement} */ (document.getElementById("query"));
const form = /** @type {HTMLFormElement} */ (field.form);

/** @type {Promise<Vocabulary> | undefined} */
let asked;

/** @returns {Promise<Vocabulary>} */
function vocabulary() {
  asked ??= fetch("/ask/words.json").then((answer) => answer.json());
  return asked;
}

/**
 * How well a word fits what is typed: 0 for its beginning, 1 for a beginning within it or a label, 2 for anywhere; undefined if not.
 * @param {string} typed  in lower case
 * @param {Word} word
 */
function fit(typed, { name, zh, en }) {
  const lower = name.toLowerCase();
  const local = lower.slice(lower.indexOf(":") + 1);
  const labels = [zh, en.toLowerCase()];
  if (lower.startsWith(typed)) {
    return 0;
  }
  if (local.startsWith(typed) || labels.some((label) => label.startsWith(typed))) {
    return 1;
  }
  return [local, ...labels].some((label) => label.includes(typed)) ? 2 : undefined;
}

/**
 * The names, keywords and variables that may stand at the cursor, best first.
 * @param {import("@codemirror/autocomplete").CompletionContext} context
 */
async function completions(context) {
  const inside = syntaxTree(context.state).resolveInner(context.pos, -1).name;
  const before = context.matchBefore(new RegExp(`(?:${TYPED.source})$`, "u"));
  if (["comment", "string"].includes(inside) || (!before && !context.explicit)) {
    return null;
  }
  const from = before ? before.from : context.pos;
  const typed = (before?.text ?? "").toLowerCase();
  const options = /^[?$]/.test(typed) ? variables(context.state.doc.toString(), typed) : await named(typed);
  return options.length ? { from, options, filter: false } : null;
}

/**
 * The variables of the query; that being typed is none yet.
 * @param {string} text
 * @param {string} typed
 * @returns {Completion[]}
 */
function variables(text, typed) {
  const found = new Set(text.match(/\?[\p{L}\p{N}_]+/gu) ?? []);
  return [...found]
    .filter((name) => name.toLowerCase().startsWith(typed.replace("$", "?")) && name.toLowerCase() !== typed)
    .sort()
    .map((label) => ({ label, type: "variable" }));
}

/**
 * The names of the vocabularies, the prefixes and the keywords that fit what is typed.
 * @param {string} typed
 * @returns {Promise<Completion[]>}
 */
async function named(typed) {
  const { prefixes, words } = await vocabulary();
  const known = Object.entries(prefixes).map(([prefix, iri]) => ({ name: `${prefix}:`, zh: iri, en: "" }));
  const keywords = typed.includes(":") ? [] : KEYWORDS.map((name) => ({ name, zh: "", en: "" }));
  return [...words, ...known, ...keywords]
    .map((word) => ({ word, rank: fit(typed, word) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => Number(a.rank) - Number(b.rank) || a.word.name.length - b.word.name.length)
    .slice(0, MOST)
    .map(({ word: { name, zh, en } }) => ({ label: name, detail: (isChinese ? zh : en) || zh, type: kind(name) }));
}

/** @param {string} name */
function kind(name) {
  const [prefix, local] = name.split(":");
  if (local === undefined) {
    return "keyword";
  }
  return local === "" ? "namespace" : prefix === "kg" && /^[A-Z]/.test(local) ? "class" : "property";
}

/**
 * The faults that the server finds, at their places in the text.
 * @param {EditorView} view
 * @returns {Promise<import("@codemirror/lint").Diagnostic[]>}
 */
async function faults({ state: { doc } }) {
  const answer = await fetch("/ask/check", { method: "POST", body: doc.toString() });
  /** @type {Fault[]} */
  const found = answer.ok ? await answer.json() : [];
  const signs = Array.from(doc.toString());
  const at = (/** @type {number} */ place) => signs.slice(0, place).join("").length;
  return found.map(({ start, end, severity, message }) => ({ from: at(start), to: at(end), severity, message }));
}

/**
 * Type over what is selected. Left to itself Chromium would keep the look of what goes by a style of its own, which the page's policy
 * forbids.
 * @param {InputEvent} event
 * @param {EditorView} view
 */
function typedOver({ inputType, data }, view) {
  const { from, to, empty } = view.state.selection.main;
  if (inputType !== "insertText" || data === null || empty || view.composing) {
    return false;
  }
  const insert = () => view.state.update(view.state.replaceSelection(data), { userEvent: "input.type" });
  if (!view.state.facet(EditorView.inputHandler).some((handler) => handler(view, from, to, data, insert))) {
    view.dispatch(insert());
  }
  return true;
}

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--link)", fontWeight: "600" },
  { tag: tags.comment, color: "var(--dim)", fontStyle: "italic" },
  { tag: tags.string, color: "var(--told)" },
  { tag: [tags.variableName, tags.local(tags.variableName)], color: "var(--made)" },
  { tag: tags.atom, color: "var(--ink)" },
]);
const LOOKS = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--line)", borderRadius: "4px", fontSize: "0.9rem" },
  "&.cm-focused": { outline: "2px solid var(--link)" },
  ".cm-content": { minHeight: "12em", caretColor: "var(--ink)" },
  ".cm-scroller": { fontFamily: "ui-monospace, monospace", maxHeight: "60vh", overflow: "auto" },
  ".cm-gutters": { color: "var(--dim)", backgroundColor: "transparent", borderRight: "1px solid var(--line)" },
  ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--line)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { color: "var(--paper)", backgroundColor: "var(--link)" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "0.8", marginLeft: "1em" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--mark) !important" },
  ".cm-panels": { color: "var(--ink)", backgroundColor: "var(--paper)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
});
const PHRASES = isChinese
  ? [EditorState.phrases.of({ Completions: "补全", Diagnostics: "错误", "No diagnostics": "没有错误", close: "关闭" })]
  : [];

/** Put the editor in the place of the text area. */
function edit() {
  const host = document.createElement("div");
  host.id = "editor";
  field.after(host);
  const root = host.attachShadow({ mode: "open" });
  const submit = () => {
    form.requestSubmit();
    return true;
  };
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        Prec.highest(keymap.of([{ key: "Mod-Enter", run: submit }])),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
        lineNumbers(),
        history(),
        bracketMatching(),
        closeBrackets(),
        StreamLanguage.define(sparql),
        syntaxHighlighting(COLOURS),
        autocompletion({ override: [completions] }),
        linter(faults, { delay: 400 }),
        lintGutter(),
        LOOKS,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": "SPARQL", spellcheck: "false" }),
        Prec.highest(EditorView.domEventHandlers({ beforeinput: typedOver })),
        EditorView.updateListener.of((update) => {
          field.value = update.docChanged ? update.state.doc.toString() : field.value;
        }),
        ...PHRASES,
      ],
    }),
  });
  field.hidden = true;
  field.required = false;
  document.querySelector("label[for=query]")?.addEventListener("click", () => view.focus());
  /** @type {HTMLElement} */ (document.getElementById("hint")).hidden = false;
}

edit();
