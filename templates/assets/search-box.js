/* Puts our search behind the search box of Material for MkDocs. The theme asks a worker, in four messages, and does
   not care who answers; here the answers come from the page itself, which also works from a folder. The rest of our
   search is loaded when the box is used. */

(() => {
  "use strict";

  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const PAUSE = 60;
  const BEST_SECTIONS = 1;
  const here = document.currentScript.src;
  const { mount = "" } = document.currentScript.dataset; // the folder of the site that our pages are in

  /* Where a policy forbids scripts within pages, the theme lacks these and stops; they keep a reader's choices. */
  const scope = new URL("../".repeat(mount.split("/").length + 1), here);
  window.__md_scope ??= scope;
  window.__md_get ??= (key, storage = localStorage, of = scope) => JSON.parse(storage.getItem(`${of.pathname}.${key}`));
  window.__md_set ??= (key, value, storage = localStorage, of = scope) => {
    try {
      storage.setItem(`${of.pathname}.${key}`, JSON.stringify(value));
    } catch {
      /* a full or forbidden storage forgets */
    }
  };

  let loading;
  const engine = () => {
    loading ??= script(new URL("search-engine.js", here).href);
    return loading.then(() => window.pirgenSearch);
  };

  const script = (address) =>
    new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement("script"), { src: address, onload: resolve });
      element.onerror = () => reject(new Error(`cannot load ${address}`));
      document.head.append(element);
    });

  /* The theme takes what it gets as HTML. */
  const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

  const htmlOf = (pieces) =>
    pieces.map(([text, isFound]) => (isFound ? `<mark data-md-highlight>${escaped(text)}</mark>` : escaped(text))).join("");

  const itemsOf = (answer, { marked, snippet }) =>
    answer.hits.map((hit, place) => {
      const score = 1000 - place;
      const highlight = (text) => htmlOf(marked(text, answer.meanings));
      const instead = new Map(answer.lookedFor);
      const lacking = new Set(hit.lacking.map((slot) => slot.word));
      const terms = Object.fromEntries(
        answer.words.map((word) => [instead.get(word) ?? word, !lacking.has(word)]),
      );
      const seen = new Set();
      const passages = hit.passages.filter(({ anchor }) => !seen.has(anchor) && seen.add(anchor));
      const sections = passages.map((passage, at) => ({
        location: `${mount}${hit.address}#${passage.anchor}`,
        title: escaped(passage.section),
        text: highlight(snippet(passage.text, answer.meanings)),
        score: at < BEST_SECTIONS ? score : score - 0.5,
        terms,
      }));
      const page = {
        location: mount + hit.address,
        title: highlight(hit.title),
        text: sections.length ? "" : highlight(snippet(hit.opening, answer.meanings)),
        tags: hit.marks.length ? hit.marks.map(escaped) : undefined,
        score,
        terms,
      };
      return [page, ...sections];
    });

  /* Beside the theme's count: what was looked for in place of a slip. */
  const tell = (answer) => {
    const meta = document.querySelector(".md-search-result__meta");
    if (!meta || !answer.lookedFor.length) return;
    const told = answer.lookedFor.map(([typed, instead]) => `looked for \u2018${instead}\u2019 instead of \u2018${typed}\u2019`);
    meta.textContent = `${meta.textContent} \u00b7 ${told.join(", ")}`;
  };

  class SearchWorker extends EventTarget {
    postMessage({ type, data }) {
      if (type === SETUP) this.answer({ type: READY });
      else if (type === QUERY) this.ask(data);
    }

    answer(data) {
      setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })));
    }

    ask(typed) {
      this.typed = typed;
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.search(typed), typed ? PAUSE : 0);
    }

    async search(typed) {
      let [items, answer] = [[], { lookedFor: [] }];
      if (typed.trim()) {
        const search = await engine();
        answer = await search.search(typed);
        items = itemsOf(answer, search);
      }
      if (typed !== this.typed) return;
      this.dispatchEvent(new MessageEvent("message", { data: { type: RESULT, data: { items, suggest: answer.suggest } } }));
      tell(answer);
    }

    terminate() {}
  }

  const isSearch = (address) => /\/assets\/javascripts\/workers\/search\.[^/]*$/.test(new URL(address, location.href).pathname);

  window.Worker = new Proxy(window.Worker ?? class {}, {
    construct(Original, [address, ...options]) {
      return isSearch(address) ? new SearchWorker() : new Original(address, ...options);
    },
  });

  document.addEventListener("focusin", ({ target }) => {
    if (target.matches?.("[data-md-component=search-query]")) engine().then((search) => search.begin(), () => {});
  });
})();
