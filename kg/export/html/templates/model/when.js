// When something was, as far as pages say: the day that they give it, else that of the article that tells of it.

import { dateText, phrase } from "../i18n.js";

/** A date as precise as known, and whether it is that of the report and not of what is reported. @typedef {{ date?: string, isReport: boolean }} When */

/**
 * @param {string | null | undefined} said
 * @param {{ date?: string }} article
 * @returns {When}
 */
export const whenOf = (said, article) => (said ? { date: said, isReport: false } : { date: article.date, isReport: true });

/** @param {string | undefined} date */
export const hasYear = (date) => date !== undefined && /^\d{4}/.test(date);

/** @param {When} when */
const rankOf = ({ date }) => (hasYear(date) ? 0 : date ? 1 : 2);

/**
 * The order of time; what has no year follows all that has one, what has no date comes last.
 * @param {When} a
 * @param {When} b
 */
export const inTime = (a, b) => rankOf(a) - rankOf(b) || compareText(a.date ?? "", b.date ?? "") || Number(a.isReport) - Number(b.isReport);

/**
 * @param {string} a
 * @param {string} b
 */
export const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Whether a date is certainly before another: both with their year, and before it as far as both are known.
 * @param {string | undefined} a
 * @param {string | undefined} b
 */
export function isBefore(a, b) {
  if (!a || !b || !hasYear(a) || !hasYear(b)) return false;
  const most = Math.min(a.length, b.length);
  return a.slice(0, most) < b.slice(0, most);
}

/** 2021-02-19; 02-19（年份不明）; 2021-02-19 见报, of what the page gives no day. @param {When} when */
export function whenText({ date, isReport }) {
  if (!date) return phrase(isReport ? "reportedundated" : "nodate");
  return isReport ? phrase("reported", dateText(date)) : /** @type {string} */ (dateText(date));
}
