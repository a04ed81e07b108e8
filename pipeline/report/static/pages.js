// The pages. Each takes what stands in the address and gives [title, nodes].
"use strict";

const overview = () => crossclaim.held.get("overview");

function tile(figure, words, target) {
  return el("li", {}, target ? link(target, el("b", {}, count(figure)), " ", words) : [el("b", {}, count(figure)), " ", words]);
}

function propositionLine(row) {
  return el("article", { class: "proposition" },
    el("h3", {}, row.story_id ? link(`story/${row.story_id}/${row.proposition_id}`, row.text) : row.text), support(row));
}

function homePage() {
  const { counts, support: bySupport, disagreements, leading, stories } = overview();
  const many = bySupport.filter(([origins]) => origins !== "1" && origins !== "0").reduce((sum, [, n]) => sum + n, 0);
  const contradictions = disagreements.filter((row) => row.relation === "contradicts");
  return ["Overview", [
    el("h1", {}, "What is said, and how many really know"),
    el("ul", { class: "tiles" },
      tile(counts.documents, "documents"), tile(counts.sources, "sources", "sources"), tile(counts.claims, "claims"),
      tile(counts.attributed, "with a named or unnamed speaker"), tile(many, "statements on two or more independent origins"),
      tile(counts.rejected, "files rejected")),
    query("SELECT origins, count(*) AS propositions FROM proposition_support GROUP BY origins ORDER BY origins;"),
    el("section", {}, el("h2", {}, contradictions.length ? "Most disputed" : "What changed"),
      disagreements.slice(0, 4).map(dispute),
      disagreements.length ? el("p", {}, link("disagreements", `All ${count(disagreements.length)} disagreements shown`)) : el("p", {}, "No disagreement was found.")),
    el("section", {}, el("h2", {}, "Best supported"),
      el("p", { class: "note" }, "Statements that rest on several origins independent of each other, as far as can be known."),
      leading.supported.length ? leading.supported.map(propositionLine) : el("p", {}, "None yet.")),
    el("section", {}, el("h2", {}, "Many outlets, one origin"),
      el("p", { class: "note" }, "Printed by several sources that all take it from one place."),
      leading.echoed.length ? leading.echoed.map(propositionLine) : el("p", {}, "None found.")),
    el("section", {}, el("h2", {}, "Stories"), storyTable(stories.slice(0, 10)), el("p", {}, link("stories", "All stories shown"))),
  ]];
}

function storyTable(stories) {
  return table("Stories", [
    ["Story", (row) => link(`story/${row.story_id}`, row.title || "untitled")],
    ["From", (row) => day(row.first_published_at)],
    ["To", (row) => day(row.last_published_at)],
    ["Sources", (row) => count(row.sources), true],
    ["Origins of text", (row) => count(row.text_origins), true],
    ["Corroborated", (row) => count(row.corroborated), true],
    ["Contradictions", (row) => count(row.contradictions), true],
  ], stories);
}

function storiesPage() {
  return ["Stories", [el("h1", {}, "Stories"),
    el("p", { class: "note" }, "One event or affair each. Corroborated: statements that rest on at least two origins."),
    storyTable(overview().stories), query("FROM stories ORDER BY last_published_at DESC;")]];
}

function disagreementsPage() {
  const rows = overview().disagreements;
  const place = el("div");
  const draw = (relation) => place.replaceChildren(...paged(rows.filter((row) => !relation || row.relation === relation), dispute).flat());
  const choices = ["", ...new Set(rows.map((row) => row.relation))];
  const select = el("select", { id: "relation", change: (event) => draw(event.target.value) },
    choices.map((choice) => el("option", { value: choice }, choice || "all")));
  draw("");
  return ["Disagreements", [el("h1", {}, "Disagreements"),
    el("p", { class: "note" }, "A contradiction can hardly be true on both sides; an update is a later answer to the same question; a correction withdraws an earlier one. Words that differ are marked."),
    el("p", {}, el("label", { for: "relation" }, "Show "), select), place, query("FROM disagreements;")]];
}

async function questionPart(question, answers, timeline) {
  const figure = timeline ? await timelineChart(timeline) : null;
  return el("section", { class: "question", id: `question-${question.question_id}` },
    el("h3", {}, question.text), figure,
    answers.map(answerPart),
    query(timeline ? `FROM quantity_timeline WHERE question_id = ${quoteSql(question.question_id)} ORDER BY published_at;`
      : `FROM proposition_support WHERE question_id = ${quoteSql(question.question_id)};`));
}

function answerPart(row) {
  const origins = new Map();
  for (const claim of row.behind) {
    const key = claim.origin_id || claim.document_id;
    if (!origins.has(key)) origins.set(key, []);
    origins.get(key).push(claim);
  }
  return el("article", { class: "answer", id: `proposition-${row.proposition_id}`, tabindex: -1 },
    el("h4", {}, row.text), support(row),
    el("details", {}, el("summary", {}, plural(row.behind.length, "quote"), ", by origin"),
      [...origins.values()].map((claims) => el("div", { class: "origin" },
        el("h5", {}, "Origin: ", claims[0].origin || "not known", claims[0].origin_kind === "anonymous" ? " (anonymous)" : ""),
        claims.map(quoted))),
      query(`FROM explain(${quoteSql(row.proposition_id)});`)));
}

async function storyPage(id, wanted) {
  const story = await load(`story-${id}`);
  if (!story) return missingPage();
  const byQuestion = new Map();
  const alone = [];
  for (const row of story.propositions) {
    if (row.question_id && row.answers > 1) byQuestion.set(row.question_id, [...(byQuestion.get(row.question_id) || []), row]);
    else alone.push(row);
  }
  const questions = story.questions.filter((question) => byQuestion.has(question.question_id));
  const parts = await Promise.all(questions.slice(0, 40).map((question) =>
    questionPart(question, byQuestion.get(question.question_id), story.timelines[question.question_id])));
  const nodes = [el("h1", {}, story.title || "untitled"),
    el("p", { class: "note" }, `${day(story.first_published_at)} to ${day(story.last_published_at)} · ${plural(story.documents, "document")} of ${plural(story.sources, "source")} · ${plural(story.text_origins, "origin")} of text`),
    story.disagreements.length ? el("section", {}, el("h2", {}, "Where they disagree"), paged(story.disagreements, dispute)) : null,
    parts.length ? el("section", {}, el("h2", {}, "Questions with several answers"), parts) : null,
    el("section", {}, el("h2", {}, "Statements"), paged(alone, answerPart)),
    el("section", {}, el("h2", {}, "Documents"), documentTable(story.documents_listed))];
  return [story.title || "Story", nodes, wanted ? `proposition-${wanted}` : null];
}

function documentTable(rows) {
  const shown = (row) => (row.title || row.document_id);
  return table("Documents", [
    ["Title", (row) => link(`document/${row.document_id}`, shown(row))],
    ["Source", (row) => link(`source/${row.source_id}`, nameOf(row.source_id))],
    ["Published", (row) => day(row.published_at)],
    ["Text", (row) => row.origin_reason === "own" ? "its own" : `${percent(row.copied_share)} from ${row.origin || "elsewhere"}`],
  ], rows);
}

async function documentPage(id, wanted) {
  const row = await load(`document-${id}`);
  if (!row) return ["Document", [el("h1", {}, "This document is not on the page"),
    el("p", {}, "Only documents behind what is shown are. The database has all of them:"),
    query(`SELECT title, text FROM documents WHERE document_id = ${quoteSql(id)};`)]];
  return [row.title || "Document", [el("h1", {}, row.title || "untitled"),
    el("p", { class: "note" }, link(`source/${row.source_id}`, nameOf(row.source_id)), `, ${day(row.published_at)}`, row.byline ? `, ${row.byline}` : "", ` · ${row.path}`,
      row.story_id ? [" · ", link(`story/${row.story_id}`, "the story")] : null),
    row.origin_reason && row.origin_reason !== "own" ? el("p", { class: "note" }, `${percent(row.copied_share)} of its text is from ${row.origin || "elsewhere"}.`) : null,
    el("div", { class: "reading" }, el("div", { class: "text", lang: row.language }, highlighted(row.text, row.claims)),
      el("aside", { "aria-label": "Claims" }, el("h2", {}, plural(row.claims.length, "claim"), " shown"), row.claims.map((claim) =>
        el("div", { class: "claim", id: `receipt-${claim.claim_id}`, tabindex: -1 }, el("p", {}, claim.standalone_text || claim.text), receipt(claim))))),
  ], wanted ? `receipt-${wanted}` : null];
}

// The text with claims marked; where claims overlap the first one is linked. Offsets count code points.
function highlighted(text, claims) {
  const points = Array.from(text);
  const nodes = [];
  let place = 0;
  for (const claim of claims) {
    if (claim.start_char < place) continue;
    nodes.push(points.slice(place, claim.start_char).join(""));
    nodes.push(el("a", { class: "marked", href: `#/document/${claim.document_id}/${claim.claim_id}` }, points.slice(claim.start_char, claim.end_char).join("")));
    place = claim.end_char;
  }
  nodes.push(points.slice(place).join(""));
  return nodes;
}

function sourcesPage() {
  return ["Sources", [el("h1", {}, "Sources"), table("Sources", [
    ["Source", (row) => link(`source/${row.source_id}`, row.source)],
    ["Documents", (row) => count(row.documents), true],
    ["Stories", (row) => count(row.stories), true],
    ["Claims", (row) => count(row.claims), true],
    ["Own text", (row) => percent(row.own_share), true],
    ["Copied", (row) => percent(row.copied_share), true],
    ["Attributed", (row) => percent(row.attributed_share), true],
    ["Anonymous", (row) => percent(row.anonymous_share), true],
    ["Has of what others report", (row) => percent(row.story_share), true],
    ["First reports", (row) => count(row.first_reports), true],
  ], overview().coverage), query("FROM source_coverage ORDER BY documents DESC;")]];
}

async function sourcePage(id) {
  const row = await load(`source-${id}`);
  if (!row) return missingPage();
  const pairs = overview().agreement.filter((pair) => pair.source_a === id || pair.source_b === id);
  const other = (pair) => (pair.source_a === id ? pair.source_b : pair.source_a);
  const dependent = overview().dependence.filter((pair) => pair.source_a === id || pair.source_b === id);
  return [row.source, [el("h1", {}, row.source),
    el("ul", { class: "tiles" }, tile(row.documents, "documents"), tile(row.claims, "claims"), tile(row.first_reports, "first reports in this corpus"), tile(row.exclusive_propositions, "statements nobody else has")),
    query(`FROM source_coverage WHERE source_id = ${quoteSql(id)};`),
    pairs.length ? el("section", {}, el("h2", {}, "Agreement with others"), table("Agreement", [
      ["With", (pair) => link(`source/${other(pair)}`, nameOf(other(pair)))],
      ["Questions", (pair) => count(pair.questions), true],
      ["Shared origin", (pair) => count(pair.questions_one_origin), true],
      ["Agreement", (pair) => percent(pair.agreement_rate), true],
      ["95 % interval", (pair) => (pair.low === null ? "–" : `${percent(pair.low)} to ${percent(pair.high)}`)],
      ["Overlap", (pair) => `${percent(pair.overlap)} (by chance ${percent(pair.expected_overlap)})`],
    ], pairs), query(`FROM source_agreement WHERE ${quoteSql(id)} IN (source_a, source_b);`)) : null,
    dependent.length ? el("section", {}, el("h2", {}, "Likely dependent on, or with"), table("Dependence", [
      ["With", (pair) => link(`source/${other(pair)}`, nameOf(other(pair)))],
      ["Chance", (pair) => `${percent(pair.probability)} (${percent(pair.low)} to ${percent(pair.high)})`],
      ["Shared passages", (pair) => count(pair.shared_text), true],
      ["Shared credits", (pair) => count(pair.shared_credits), true],
      ["Shared rare claims", (pair) => count(pair.shared_rare_claims), true],
    ], dependent)) : null,
    row.gaps.length ? el("section", {}, el("h2", {}, "Not found in it"),
      el("p", { class: "note" }, "Said by at least two other origins in a story that it covered in full and later. Not found is not absent: see the nearest sentence."),
      table("Not found", [
        ["Statement", (gap) => link(`story/${gap.story_id}/${gap.proposition_id}`, gap.text)],
        ["Other origins", (gap) => count(gap.other_origins), true],
        ["Hours after", (gap) => count(Math.round(gap.hours_after)), true],
        ["Nearest sentence", (gap) => gap.nearest_sentence || "–"],
      ], row.gaps), query(`FROM not_found_in WHERE source_id = ${quoteSql(id)};`)) : null,
    el("section", {}, el("h2", {}, "Documents in the stories shown"), documentTable(row.documents_listed))]];
}

async function agreementPage() {
  const figure = await agreementHeatmap(overview().agreement);
  return ["Agreement", [el("h1", {}, "Agreement of sources"),
    el("p", { class: "note" }, "Of the questions that both answered and that share no origin: the part they answered alike. An empty cell means no such question."),
    figure || el("p", {}, "No two sources answered a common question from different origins."),
    table("Pairs of sources", [
      ["Pair", (row) => [link(`source/${row.source_a}`, nameOf(row.source_a)), " and ", link(`source/${row.source_b}`, nameOf(row.source_b))]],
      ["Questions", (row) => count(row.questions), true],
      ["Shared origin", (row) => count(row.questions_one_origin), true],
      ["Agree", (row) => count(row.agreeing), true],
      ["Contradict", (row) => count(row.contradicting), true],
      ["Update", (row) => count(row.updating), true],
      ["Rate", (row) => percent(row.agreement_rate), true],
      ["95 % interval", (row) => (row.low === null ? "–" : `${percent(row.low)} to ${percent(row.high)}`)],
    ], overview().agreement), query("FROM source_agreement;")]];
}

async function coveragePage() {
  const figure = await coverageMatrix(overview().matrix, overview().stories);
  return ["Coverage", [el("h1", {}, "Who covered what"),
    el("p", { class: "note" }, "The stories with most to compare, and the sources with most documents in them. An empty cell is a gap; what a source lacks in a story it covered stands on its own page."),
    figure || el("p", {}, "No story yet."), query("SELECT story_id, source_id, count(*) AS documents FROM document_stories JOIN documents USING (document_id) GROUP BY ALL;")]];
}

function missingPage() {
  return ["Not here", [el("h1", {}, "Nothing is shown here"), el("p", {}, link("", "Back to the overview"))]];
}

const PAGES = {
  "": homePage,
  disagreements: disagreementsPage,
  stories: storiesPage,
  story: storyPage,
  document: documentPage,
  sources: sourcesPage,
  source: sourcePage,
  agreement: agreementPage,
  coverage: coveragePage,
};
