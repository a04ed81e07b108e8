// From the address to a page.
"use strict";

const NAVIGATION = [["", "Overview"], ["disagreements", "Disagreements"], ["stories", "Stories"], ["agreement", "Agreement"], ["coverage", "Coverage"], ["sources", "Sources"]];
let turn = 0;

async function show() {
  if (!location.hash.startsWith("#/") && location.hash !== "") return; // "#main" of the skip link
  const mine = ++turn;
  const [name, ...rest] = location.hash.replace(/^#\//, "").split("/").map(decodeURIComponent);
  const [title, nodes, target] = await (PAGES[name] || missingPage)(...rest);
  if (mine !== turn) return; // somebody went on while this page loaded
  document.title = `${title} – Crossclaim`;
  document.getElementById("nav").replaceChildren(...NAVIGATION.map(([place, words]) =>
    el("li", {}, el("a", { href: `#/${place}`, "aria-current": place === name ? "page" : null }, words))));
  const main = document.getElementById("main");
  main.replaceChildren(...nodes.flat(Infinity).filter(Boolean));
  window.scrollTo(0, 0);
  const place = target && document.getElementById(target);
  if (place) {
    for (const fold of place.querySelectorAll(":scope > details")) fold.open = true;
    place.scrollIntoView({ block: "center" });
    place.focus();
  } else if (mine > 1) {
    main.focus();
  }
}

window.addEventListener("hashchange", show);
show();
