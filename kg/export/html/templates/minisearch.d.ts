// As much of MiniSearch (vendor/minisearch.js) as the page uses.

declare namespace MiniSearchLibrary {
  interface Options {
    fields: string[];
    tokenize: (text: string) => string[];
    searchOptions: { tokenize: (text: string) => string[]; prefix: (term: string) => boolean; fuzzy: (term: string) => number | boolean };
  }

  /** An index of documents by the words in their fields; the best matches come first. */
  class MiniSearch {
    constructor(options: Options);
    addAll(documents: object[]): void;
    search(text: string): { id: number; score: number }[];
  }

  export { MiniSearch as default };
}
