// Charts by Observable Plot, loaded when the first one is needed. Each stands beside its numbers as text.
"use strict";

async function chart(label, draw) {
  const place = el("figure", { class: "chart" });
  await addScript("lib/d3.min.js");
  await addScript("lib/plot.umd.min.js");
  const drawn = draw(window.Plot);
  // Plot labels its inner groups, which a picture with one label of its own must not have.
  for (const inner of drawn.querySelectorAll("[aria-label]")) inner.removeAttribute("aria-label");
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", label);
  place.append(drawn);
  return place;
}

const wide = () => Math.max(320, Math.min(900, document.getElementById("main").clientWidth - 32));

// Stated figures of one question over time; a bar where the wording gives a bound.
function timelineChart(rows) {
  const points = rows.map((row) => ({ ...row, when: row.as_of_end || row.as_of_start || row.published_at }))
    .filter((row) => row.when && row.stated !== null)
    .map((row) => ({ ...row, when: new Date(row.when.replace(" ", "T")), name: nameOf(row.source) }));
  if (new Set(points.map((p) => +p.when)).size < 2) return null;
  const unit = rows[0].unit || rows[0].measures || "value";
  return chart(`${unit} over time, ${plural(points.length, "stated figure")}`, (Plot) => Plot.plot({
    width: wide(), height: 260, marginLeft: 60, style: { background: "transparent", fontSize: "12px" },
    x: { type: "utc", label: null }, y: { grid: true, zero: true, label: unit, tickFormat: "~s" },
    marks: [
      Plot.ruleX(points.filter((p) => p.low !== null && p.high !== null && p.low !== p.high), { x: "when", y1: "low", y2: "high", stroke: "currentColor" }),
      Plot.dot(points, { x: "when", y: "stated", r: 5, fill: "var(--accent)", stroke: "var(--paper)", title: (p) => `${p.name}: ${p.stated}` }),
      Plot.text(points, { x: "when", y: "stated", text: "name", dx: 8, textAnchor: "start", fill: "currentColor" }),
    ],
  }));
}

function agreementHeatmap(rows) {
  const known = rows.filter((row) => row.agreement_rate !== null);
  if (!known.length) return null;
  const cells = known.flatMap((row) => [
    { x: row.source_a, y: row.source_b, rate: row.agreement_rate, n: row.n },
    { x: row.source_b, y: row.source_a, rate: row.agreement_rate, n: row.n },
  ]);
  const names = [...new Set(cells.map((cell) => cell.x))].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const size = Math.max(16, Math.min(44, (wide() - 180) / names.length));
  return chart("Agreement rate of each pair of sources", (Plot) => Plot.plot({
    width: 180 + names.length * size, height: 150 + names.length * size, marginLeft: 150, marginBottom: 120,
    style: { background: "transparent", fontSize: "12px" }, padding: 0.06,
    x: { label: null, tickRotate: -50, domain: names, tickFormat: nameOf }, y: { label: null, domain: names, tickFormat: nameOf },
    color: { type: "linear", scheme: "RdYlBu", domain: [0, 1], legend: true, label: "agreement rate, questions with a shared origin left out" },
    marks: [Plot.cell(cells, { x: "x", y: "y", fill: "rate", title: (c) => `${nameOf(c.x)} and ${nameOf(c.y)}: ${percent(c.rate)} of ${c.n}` })],
  }));
}

function coverageMatrix(matrix, stories) {
  const titles = new Map(stories.slice(0, 20).map((story) => [story.story_id, story.title || "untitled"]));
  const cells = matrix.filter(([story]) => titles.has(story))
    .map(([story, source, documents]) => ({ story, source, documents }));
  const totals = new Map();
  for (const cell of cells) totals.set(cell.source, (totals.get(cell.source) || 0) + cell.documents);
  const sources = [...totals].sort((a, b) => b[1] - a[1] || nameOf(a[0]).localeCompare(nameOf(b[0]))).slice(0, 25).map(([source]) => source);
  const shown = cells.filter((cell) => sources.includes(cell.source));
  if (!shown.length) return null;
  const short = (text) => (text.length > 42 ? `${text.slice(0, 41)}…` : text);
  return chart("Documents of each source in each story; an empty cell is a gap", (Plot) => Plot.plot({
    width: Math.max(wide(), 300 + sources.length * 24), height: 150 + titles.size * 26, marginLeft: 290, marginBottom: 120,
    style: { background: "transparent", fontSize: "12px" }, padding: 0.08,
    x: { label: null, tickRotate: -50, domain: sources, tickFormat: nameOf },
    y: { label: null, tickFormat: (story) => short(titles.get(story)), domain: [...titles.keys()] },
    color: { scheme: "Blues", legend: false, type: "sqrt" },
    marks: [
      Plot.cell(shown, { x: "source", y: "story", fill: "documents", inset: 0.5 }),
      Plot.text(shown, { x: "source", y: "story", text: "documents", fill: "black", stroke: "white", strokeWidth: 3 }),
    ],
  }));
}
