/* The search page: the same answers as in the box of Material, for any theme and for links that keep the words. */

(() => {
  "use strict";

  const PAUSE = 60;
  const SECTIONS = 3;

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const marked = (text, meanings) =>
    window.pirgenSearch
      .marked(text, meanings)
      .map(([piece, isFound]) => (isFound ? element("mark", {}, piece) : piece));

  class SearchPage {
    constructor(form) {
      this.root = new URL(form.dataset.find, location.href);
      this.words = form.elements.words;
      this.told = document.querySelector(".pirgen-find-told");
      this.results = document.querySelector(".pirgen-find-results");
      form.dataset.ready = "";
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.show();
      });
      this.words.addEventListener("input", () => {
        clearTimeout(this.pause);
        this.pause = setTimeout(() => this.show(), PAUSE);
      });
      this.words.value = new URLSearchParams(location.search).get("words") ?? "";
      this.words.focus();
      this.show();
    }

    async show() {
      const typed = this.words.value;
      const address = new URL(location.href);
      if (typed.trim()) address.searchParams.set("words", typed);
      else address.searchParams.delete("words");
      if (address.href !== location.href) history.replaceState(history.state, "", address);
      const answer = await window.pirgenSearch.search(typed, 40);
      if (typed !== this.words.value) return;
      this.told.textContent = typed.trim() ? this.tell(answer) : "";
      this.results.replaceChildren(...answer.hits.map((hit) => this.item(hit, answer)));
    }

    tell({ hits, lookedFor, unknown }) {
      const found = hits.length === 1 ? "1 page" : `${hits.length} pages`;
      const instead = lookedFor.map(([typed, meant]) => `looked for \u2018${meant}\u2019 instead of \u2018${typed}\u2019`);
      const nowhere = unknown.map((word) => `\u2018${word}\u2019 is on no page`);
      return [hits.length ? found : "Nothing found", ...instead, ...nowhere].join("; ");
    }

    item(hit, { meanings }) {
      const title = element("a", { href: new URL(hit.address, this.root).href }, ...marked(hit.title, meanings));
      const marks = hit.marks.length ? [element("p", { className: "pirgen-quiet" }, hit.marks.join(" \u00b7 "))] : [];
      const seen = new Set();
      const passages = hit.passages.filter(({ anchor }) => !seen.has(anchor) && seen.add(anchor)).slice(0, SECTIONS);
      const sections = passages.map((passage) => this.section(passage, hit, meanings));
      return element("li", {}, element("h2", {}, title), ...marks, ...sections);
    }

    section({ section, anchor, text }, hit, meanings) {
      const href = new URL(`${hit.address}#${anchor}`, this.root).href;
      const shown = marked(window.pirgenSearch.snippet(text, meanings), meanings);
      return element("p", {}, element("a", { href, className: "pirgen-label" }, section), " ", ...shown);
    }
  }

  const start = () => {
    for (const form of document.querySelectorAll("[data-find]:not([data-ready])")) new SearchPage(form);
  };

  /* Where Material exchanges pages without loading them, scripts run as they arrive, in any order. */
  if (window.pirgenSearch) start();
  else document.querySelector('script[src$="/search-engine.js"]')?.addEventListener("load", start);
})();
