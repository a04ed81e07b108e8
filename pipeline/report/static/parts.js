// Parts that several pages share: tables, paged lists, receipts, marked differences, shown queries.
"use strict";

const PAGE_LENGTH = 25;

// The query behind a figure, folded, with a button that copies it.
function query(sql) {
  const said = el("span", { role: "status" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sql);
      said.textContent = " copied";
    } catch {
      said.textContent = " select the text and copy it";
    }
  };
  return el("details", { class: "query" }, el("summary", {}, "Query"),
    el("pre", { tabindex: 0, "aria-label": "SQL" }, el("code", {}, sql)),
    el("button", { type: "button", click: copy }, "Copy"), said);
}

// A list that shows its first items, and more when asked.
function paged(items, draw, wrap = () => el("div", { class: "list" }), length = PAGE_LENGTH) {
  const list = wrap();
  let shown = 0;
  const more = el("button", { type: "button", class: "more" });
  const showMore = () => {
    const first = shown;
    list.append(...items.slice(shown, shown + length).map(draw));
    shown = Math.min(shown + length, items.length);
    more.hidden = shown >= items.length;
    more.textContent = `Show more (${count(items.length - shown)} left)`;
    if (first && list.children[first]) {
      list.children[first].tabIndex = -1;
      list.children[first].focus();
    }
  };
  more.addEventListener("click", showMore);
  showMore();
  return [list, more];
}

// columns: [heading, row → content, is a number?]
function table(caption, columns, rows) {
  const head = el("tr", {}, columns.map(([heading, , numeric]) => el("th", { scope: "col", class: numeric ? "number" : null }, heading)));
  const line = (row) => el("tr", {}, columns.map(([, cell, numeric], place) =>
    el(place ? "td" : "th", { scope: place ? null : "row", class: numeric ? "number" : null }, cell(row))));
  const body = el("tbody");
  const [, more] = paged(rows, line, () => body);
  return [el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
    el("table", {}, el("caption", {}, caption), el("thead", {}, head), body)), more];
}

// One claim with what it needs to be checked: quote, chain, origin, file and characters.
function receipt(claim) {
  const facts = [
    ["Sentence", claim.sentence],
    ["File", `${claim.path}, characters ${count(claim.raw_start)}–${count(claim.raw_end)} of the raw text`],
    ["Said by", claim.chain ? `${nameOf(claim.source_id)} ← ${claim.chain}` : `${nameOf(claim.source_id)} itself`],
    ["Origin", claim.origin ? `${claim.origin} (${ORIGIN_REASONS[claim.origin_reason] || claim.origin_reason}; chance ${percent(claim.origin_probability)})` : "not known"],
    ["Extraction", `a reader accepts it with chance ${percent(claim.confidence)}`],
  ];
  return el("details", { class: "receipt", id: `claim-${claim.claim_id}` }, el("summary", {}, "Receipt"),
    el("dl", {}, facts.map(([term, text]) => [el("dt", {}, term), el("dd", {}, text)])),
    el("p", {}, link(`document/${claim.document_id}/${claim.claim_id}`, "Read it in the document")),
    query(`FROM explain_claim(${quoteSql(claim.claim_id)});`));
}

const ORIGIN_REASONS = { chain: "whom it cites", copied_text: "the text it copies", own: "its own report" };
const RELATIONS = { contradicts: "contradicts", corrects: "corrects", updates: "updates" };

function quoted(claim) {
  return el("figure", { class: "quote" },
    el("blockquote", {}, claim.text),
    el("figcaption", {}, link(`source/${claim.source_id}`, nameOf(claim.source_id)), `, ${day(claim.published_at)}`,
      claim.speaker ? [" · says ", el("b", {}, claim.speaker)] : null,
      claim.is_anonymous ? el("span", { class: "tag" }, "anonymous") : null,
      claim.modality !== "asserted" ? el("span", { class: "tag" }, claim.modality) : null),
    receipt(claim));
}

// The words of two texts, those that only one of them has marked (longest common subsequence). Where little
// is alike, marks would cover all and tell nothing: then only words that the reason quotes are marked.
function marked(a, b, reason) {
  const one = a.split(/\s+/), two = b.split(/\s+/);
  const plain = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const quoted = new Set([...(reason || "").matchAll(/'([^']+)'/g)].flatMap((found) => found[1].split(/\s+/).map(plain)));
  const longest = Array.from({ length: one.length + 1 }, () => new Uint16Array(two.length + 1));
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = two.length - 1; j >= 0; j--) {
      longest[i][j] = plain(one[i]) === plain(two[j]) ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const alike = longest[0][0] * 3 >= Math.min(one.length, two.length);
  const differ = (word) => (alike || quoted.has(plain(word)) ? el("mark", {}, word) : word);
  const left = [], right = [];
  let i = 0, j = 0;
  while (i < one.length || j < two.length) {
    if (i < one.length && j < two.length && plain(one[i]) === plain(two[j])) {
      left.push(one[i++], " ");
      right.push(two[j++], " ");
    } else if (j >= two.length || (i < one.length && longest[i + 1][j] >= longest[i][j + 1])) {
      left.push(differ(one[i++]), " ");
    } else {
      right.push(differ(two[j++]), " ");
    }
  }
  return [left, right];
}

// Two claims side by side, with why they differ.
function dispute(row) {
  const [left, right] = marked(row.text_a, row.text_b, row.reason);
  const side = (words, source, published, claim) => el("div", { class: "side" },
    el("p", { class: "words" }, words),
    el("p", { class: "by" }, link(`source/${source}`, nameOf(source)), `, ${day(published)}`,
      claim && claim.speaker ? [" · says ", el("b", {}, claim.speaker)] : null,
      claim && claim.origin ? ` · origin: ${claim.origin}` : null),
    claim ? receipt(claim) : null);
  return el("article", { class: `dispute ${row.relation}` },
    el("p", { class: "why" }, el("span", { class: "tag" }, RELATIONS[row.relation] || row.relation),
      row.kind ? el("span", { class: "tag" }, row.kind) : null, " ", row.reason),
    el("div", { class: "sides" }, side(left, row.source_a, row.published_a, row.a), side(right, row.source_b, row.published_b, row.b)),
    el("p", { class: "by" }, row.story_id ? link(`story/${row.story_id}`, "The story") : null,
      row.pairs > 1 ? ` · ${plural(row.pairs - 1, "more pair")} of claims differ in the same way` : null));
}

// How many really know it, in words.
function support(row) {
  const range = row.origins_min === row.origins_max ? "" : ` (between ${row.origins_min} and ${row.origins_max}, by how unclear links are read)`;
  return el("p", { class: "support" },
    el("b", {}, plural(row.origins, "origin")), range, `, printed by ${plural(row.sources, "source")}`,
    row.anonymous_only ? el("span", { class: "tag" }, "anonymous only") : null,
    row.is_contradicted ? el("span", { class: "tag warn" }, "contradicted") : null,
    row.first_credited ? ` · credited to ${row.first_credited}` : null,
    row.first_source ? ` · first here: ${nameOf(row.first_source)}` : null);
}
