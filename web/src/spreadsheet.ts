// The rule of internal/spreadsheet: what a cell holds is shown by a spreadsheet and never
// computed. Both are tested on the same cases.

const separators = /[;\t\r\n]/;
const skipped = /^[\s\p{Cc}\p{Cf}\p{Mn}\p{Zs}\p{Zl}\p{Zp}\uFFFD"'`´‘’‚‛“”„‟«»‹›＂＇]+/u;
const plain = /^[-−][\d.,  \u00a0\u202f\u2009]*\d[\d., \u00a0\u202f\u2009]*(e[+-]*\d+)?\s*%?\s*$/iu;

/** formula tells whether a spreadsheet computes a cell, or a part that may become one. */
function formula(part: string): boolean {
  if (part.startsWith("'")) return false;
  const first = part.replace(skipped, "");
  if (/^[=@+＝＋－＠﹦﹢﹣﹫]/u.test(first)) return true;
  return /^[-−]/u.test(first) && !plain.test(first) && !/^-+\s*$/u.test(first);
}

/** cell is a text with an apostrophe where a spreadsheet would compute it. */
export function cell(s: string): string {
  let out = "";
  for (let rest = s; rest !== ""; ) {
    const end = rest.search(separators);
    const part = end < 0 ? rest : rest.slice(0, end);
    if ((end === 0 && out === "" && rest[0] !== ";") || formula(part)) out += "'";
    if (end < 0) return out + rest;
    out += rest.slice(0, end + 1);
    rest = rest.slice(end + 1);
  }
  return out;
}
