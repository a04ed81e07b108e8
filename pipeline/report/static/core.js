// Building elements, loading data scripts, and small formats. All text becomes text nodes: nothing that
// a document says is ever read as markup.
"use strict";

const crossclaim = {
  held: new Map(),
  waiting: new Map(),
  put(name, value) {
    this.held.set(name, value);
    const ready = this.waiting.get(name);
    if (ready) ready();
    this.waiting.delete(name);
  },
};

// The data of one script file, loaded when it is first asked for; null where there is no such file.
function load(name) {
  if (crossclaim.held.has(name)) return Promise.resolve(crossclaim.held.get(name));
  return new Promise((resolve) => {
    crossclaim.waiting.set(name, () => resolve(crossclaim.held.get(name)));
    addScript(`data/${encodeURIComponent(name)}.js`).catch(() => resolve(null));
  });
}

const scripts = new Map();

function addScript(source) {
  if (!scripts.has(source)) {
    scripts.set(source, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = source;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    }));
  }
  return scripts.get(source);
}

// el("p", {class: "note"}, "text", child, [more]) → an element; null children are left out.
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const number = new Intl.NumberFormat("en");
const count = (value) => (value === null || value === undefined ? "–" : number.format(value));
const percent = (value) => (value === null || value === undefined ? "–" : `${Math.round(value * 100)} %`);
const plural = (value, one, many) => `${count(value)} ${value === 1 ? one : many || one + "s"}`;
const day = (time) => (time ? time.slice(0, 10) : "undated");
const nameOf = (source) => crossclaim.held.get("overview").names[source] || source || "unknown";
const link = (target, ...children) => el("a", { href: `#/${target}` }, ...children);
const quoteSql = (text) => `'${String(text).replaceAll("'", "''")}'`;
