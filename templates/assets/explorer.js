/* Lets readers narrow down and sort a table. The table is there without this script: rows carry their values in
   data attributes, the form beside it names the facets and their choices (templates/macros/explorer.html).
   ItemsJS finds and counts; the address holds the view, so that it can be shared. */

(() => {
  "use strict";

  /* How many rows are shown at first, and at each step; explorer.css and the template count the same. */
  const AT_ONCE = 100;
  /* How many choices a long facet shows before it is unfolded. */
  const FREQUENT = 10;

  const collator = new Intl.Collator(document.documentElement.lang || "en", { numeric: true, sensitivity: "base" });
  const number = new Intl.NumberFormat("en");

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  /* ItemsJS keeps values as keys of plain objects, where "constructor" is taken: a mark before each frees them. */
  const marked = (value) => `=${value}`;

  const valuesOf = (row, key) => {
    const written = row.getAttribute(`data-${key}`);
    return written ? written.split("|").map(decodeURIComponent) : [];
  };

  /* A view is what the address says: words, an order, and the chosen values of each facet. */

  const viewOf = (search, keys, defaultOrder) => {
    const written = new URLSearchParams(search);
    return {
      text: (written.get("words") ?? "").trim(),
      order: written.get("sort") || defaultOrder,
      chosen: new Map(keys.map((key) => [key, [...new Set(written.getAll(key))].filter(Boolean)])),
    };
  };

  const searchOf = (view, search, defaultOrder) => {
    const written = new URLSearchParams(search);
    for (const key of ["words", "sort", ...view.chosen.keys()]) written.delete(key);
    for (const [key, values] of view.chosen) for (const value of values) written.append(key, value);
    if (view.text) written.append("words", view.text);
    if (view.order !== defaultOrder) written.append("sort", view.order);
    return written.toString();
  };

  /* The rows, found and in order. */

  class Rows {
    constructor(rows, keys, columns, defaultOrder) {
      this.rows = rows;
      this.columns = columns;
      this.orders = new Map([[defaultOrder, rows.map((_, place) => place + 1)]]);
      const items = rows.map((row) =>
        Object.fromEntries(keys.map((key) => [key, valuesOf(row, key).map(marked)])),
      );
      const aggregations = Object.fromEntries(
        keys.map((key) => [key, { conjunction: false, size: Infinity, chosen_filters_on_top: false }]),
      );
      this.inText = new Map();
      this.engine = itemsjs(items, { aggregations, native_search_enabled: false });
    }

    /* The rows of a view in its order, and for each facet how many rows each value would leave. */
    find(view) {
      const filters = {};
      for (const [key, values] of view.chosen) if (values.length) filters[key] = values.map(marked);
      const _ids = this.matching(view.text, this.inOrder(view.order));
      const { data } = this.engine.search({ _ids, filters, per_page: this.rows.length });
      const counts = new Map();
      for (const [key, { buckets }] of Object.entries(data.aggregations)) {
        counts.set(key, new Map(buckets.map((bucket) => [bucket.key.slice(1), bucket.doc_count])));
      }
      return { rows: data.items.map((item) => this.rows[item._id - 1]), counts };
    }

    matching(text, ids) {
      const words = plain(text).split(/\s+/).filter(Boolean);
      if (!words.length) return ids;
      this.readTexts();
      const inText = this.inText.get(text) ?? new Set();
      return ids.filter((id) => inText.has(id) || words.every((word) => this.texts[id - 1].includes(word)));
    }

    /* Ask the site's search which incidents have the words anywhere; whether that is news. It numbers incidents by
       their ids, as the rows are when sorted by the names in their links. */
    async lookUp(text) {
      if (this.inText.has(text) || !window.pirgenSearch) return false;
      this.inText.set(text, new Set());
      const found = await window.pirgenSearch.matching(text);
      if (found?.size !== this.rows.length) return false;
      const name = (row) => row.querySelector("a[href]").pathname.match(/([^/]+?)(?:\.html|\/)?$/)[1];
      this.byName ??= this.rows.map((row, at) => [name(row), at + 1]).sort(([one], [other]) => (one < other ? -1 : 1));
      this.inText.set(text, new Set([...found.numbers].map((number) => this.byName[number][1])));
      return found.numbers.size > 0;
    }

    /* How many rows would be left without each side of a view: [["severity", 12], ["words", 3]], the most first. */
    without(view) {
      const sides = [...view.chosen].filter(([, values]) => values.length).map(([key]) => key);
      const left = sides.map((key) => [key, { ...view, chosen: new Map(view.chosen).set(key, []) }]);
      if (view.text) left.push(["words", { ...view, text: "" }]);
      return left
        .map(([key, fewer]) => [key, this.find(fewer).rows.length])
        .sort(([, one], [, other]) => other - one);
    }

    readTexts() {
      this.texts ??= this.rows.map((row) => plain(row.textContent));
    }

    inOrder(order) {
      if (!this.orders.has(order)) this.orders.set(order, this.sorted(order));
      return this.orders.get(order);
    }

    /* Rows without a value come last either way; equal ones keep the order of the page. */
    sorted(order) {
      const descends = order.startsWith("-");
      const column = this.columns.get(descends ? order.slice(1) : order);
      const values = this.rows.map((row) => this.valueIn(row.cells[column]));
      const areNumbers = values.every((value) => value === "" || Number.isFinite(Number(value)));
      const compare = areNumbers ? (one, other) => one - other : collator.compare;
      return values
        .map((_, place) => place + 1)
        .sort((one, other) => {
          const [a, b] = [values[one - 1], values[other - 1]];
          if (a === "" || b === "") return (a === "") - (b === "");
          return descends ? compare(b, a) : compare(a, b);
        });
    }

    valueIn(cell) {
      return cell.dataset.value ?? cell.querySelector("time")?.dateTime ?? cell.textContent.trim();
    }
  }

  /* One facet of the form: its checkboxes, their words and counts. */

  class Facet {
    constructor(details) {
      this.details = details;
      this.key = details.dataset.facet;
      this.fieldset = details.querySelector("fieldset");
      this.title = details.querySelector("legend").textContent;
      this.all = details.querySelector(".pirgen-facet-all");
      this.chosenCount = details.querySelector("summary").appendChild(document.createElement("span"));
      this.choices = new Map();
      for (const label of this.fieldset.querySelectorAll("label")) this.keep(label);
      this.all?.addEventListener("click", () => {
        const unfolds = this.all.getAttribute("aria-expanded") === "false";
        this.all.setAttribute("aria-expanded", unfolds);
        this.all.textContent = unfolds ? "Fewer" : `All ${this.choices.size}`;
        this.fold();
      });
    }

    keep(label) {
      const input = label.querySelector("input");
      const choice = { label, input, count: label.querySelector("b"), title: label.querySelector("span").textContent };
      this.choices.set(input.value, choice);
      return choice;
    }

    /* A value that no row has, from an address: shown all the same, with 0. */
    add(value) {
      const label = document.createElement("label");
      const input = Object.assign(document.createElement("input"), { type: "checkbox", name: this.key, value });
      const words = Object.assign(document.createElement("span"), { textContent: value });
      label.append(input, " ", words, " ", document.createElement("b"));
      this.fieldset.insertBefore(label, this.all);
      this.details.hidden = false;
      return this.keep(label);
    }

    choice(value) {
      return this.choices.get(value) ?? this.add(value);
    }

    show(chosen, counts) {
      for (const value of chosen) this.choice(value);
      for (const [value, { label, input, count }] of this.choices) {
        const found = counts.get(value) ?? 0;
        input.checked = chosen.includes(value);
        count.textContent = number.format(found);
        label.classList.toggle("pirgen-facet-none", found === 0);
      }
      this.chosenCount.textContent = chosen.length ? ` (${chosen.length})` : "";
      this.fold(counts);
    }

    /* Of a long facet, the values that most of the rows found have, and those that are chosen. */
    fold(counts = this.counts) {
      this.counts = counts;
      if (!this.all) return;
      const isUnfolded = this.all.getAttribute("aria-expanded") === "true";
      const byCount = [...this.choices.keys()].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
      const frequent = new Set(byCount.slice(0, FREQUENT));
      for (const [value, { label, input }] of this.choices) {
        label.hidden = !(isUnfolded || input.checked || frequent.has(value));
      }
    }
  }

  /* The page: a form, a table, and what stands between them. */

  class Explorer {
    constructor(root) {
      const one = (selector) => root.querySelector(selector);
      this.root = root;
      this.form = one("form");
      this.text = this.form.elements.words;
      this.select = this.form.elements.sort;
      this.toggle = one(".pirgen-facets-toggle");
      this.status = one(".pirgen-found-count");
      this.chips = one(".pirgen-filters");
      this.clear = one(".pirgen-filters-clear");
      this.further = one(".pirgen-further");
      this.nothing = one(".pirgen-nothing");
      this.table = one("table");
      this.facets = [...this.form.querySelectorAll("[data-facet]")].map((details) => new Facet(details));
      this.keys = this.facets.map((facet) => facet.key);
      this.heads = [...this.table.tHead.rows[0].cells].filter((head) => head.dataset.order);
      this.columns = new Map(this.heads.map((head) => [head.dataset.order.replace(/^-/, ""), head.cellIndex]));
      this.defaultOrder = root.dataset.order;
      this.takeOverRows();
      this.makeHeadsButtons();
      this.listen();
      this.readAddress();
      root.classList.add("pirgen-explorer-ready");
      (window.requestIdleCallback ?? setTimeout)(() => this.rows.readTexts());
    }

    /* Rows that are not shown leave the document, which keeps ten thousand of them light. */
    takeOverRows() {
      const bodies = [...this.table.tBodies];
      this.target = bodies.find((body) => body.id && `#${body.id}` === location.hash)?.dataset.choice;
      const rows = bodies.flatMap((body) => [...body.rows]);
      for (const body of bodies) body.remove();
      this.body = this.table.createTBody();
      this.rows = new Rows(rows, this.keys, this.columns, this.defaultOrder);
    }

    makeHeadsButtons() {
      for (const head of this.heads) {
        const button = Object.assign(document.createElement("button"), { type: "button" });
        button.append(...head.childNodes);
        button.addEventListener("click", () => this.sortBy(head.dataset.order));
        head.append(button);
      }
    }

    listen() {
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("input", (event) => {
        if (event.target === this.text) this.go({ text: this.text.value.trim() }, this.isTyping);
        this.isTyping = event.target === this.text;
      });
      this.form.addEventListener("change", (event) => {
        if (event.target === this.select) this.go({ order: this.select.value });
        else if (event.target.type === "checkbox") this.choose(event.target.name, event.target.value, event.target.checked);
      });
      this.toggle.addEventListener("click", () => {
        this.toggle.setAttribute("aria-expanded", this.toggle.getAttribute("aria-expanded") === "false");
      });
      this.chips.addEventListener("click", (event) => this.removeChip(event.target.closest("button")));
      this.clear.addEventListener("click", () => {
        this.go({ text: "", chosen: new Map(this.keys.map((key) => [key, []])) });
        this.text.focus();
      });
      this.further.firstElementChild.addEventListener("click", () => this.showMore());
      this.follow(window, "popstate", () => this.readAddress());
      this.follow(window, "beforeprint", () => this.fill(Infinity));
      this.follow(window, "afterprint", () => this.fill(this.shown));
      this.follow(document, "click", (event) => this.followLink(event));
    }

    /* Until the page that this table stands on has been exchanged for another. */
    follow(target, kind, react) {
      const listener = (event) => {
        if (this.root.isConnected) react(event);
        else target.removeEventListener(kind, listener, true);
      };
      target.addEventListener(kind, listener, true);
    }

    /* A link to another view of this page, or to the page as such, needs no loading. */
    followLink(event) {
      const link = event.target.closest("a[href]");
      const isPlain = !(event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
      const leadsHere = link?.pathname === location.pathname && link.host === location.host && !link.hash;
      if (!isPlain || !leadsHere || link.target) return;
      event.preventDefault();
      event.stopPropagation();
      history.pushState(null, "", link.href);
      this.readAddress();
    }

    readAddress() {
      const written = this.target ? `?${this.target}` : location.search;
      this.target = undefined;
      const view = viewOf(written, this.keys, this.defaultOrder);
      if (!this.columns.has(view.order.replace(/^-/, ""))) view.order = this.defaultOrder;
      for (const facet of this.facets) if (view.chosen.get(facet.key).length) facet.details.open = true;
      this.isTyping = false;
      this.show(view);
    }

    /* A changed view is a step in the history; what is typed in one go is one step. */
    go(changes, isSameStep = false) {
      const view = { ...this.view, ...changes };
      const address = new URL(location.href);
      address.search = searchOf(view, address.search, this.defaultOrder);
      if (this.table.ownerDocument.getElementById(address.hash.slice(1)) === null) address.hash = "";
      this.isTyping = false;
      if (isSameStep || address.href === location.href) history.replaceState(history.state, "", address);
      else history.pushState(null, "", address);
      this.show(view);
    }

    choose(key, value, isChosen) {
      const others = this.view.chosen.get(key).filter((chosen) => chosen !== value);
      this.go({ chosen: new Map(this.view.chosen).set(key, isChosen ? [...others, value] : others) });
    }

    sortBy(first) {
      const turned = first.startsWith("-") ? first.slice(1) : `-${first}`;
      this.go({ order: this.view.order === first ? turned : first });
    }

    show(view) {
      this.view = view;
      const { rows, counts } = this.rows.find(view);
      this.found = rows;
      for (const facet of this.facets) facet.show(view.chosen.get(facet.key), counts.get(facet.key));
      if (this.text.value.trim() !== view.text) this.text.value = view.text;
      this.select.value = view.order;
      for (const head of this.heads) this.markOrder(head);
      this.showFilters(counts);
      this.shown = AT_ONCE;
      this.fill(AT_ONCE);
      this.say();
      this.sayNothing();
      this.lookUp(view);
    }

    async lookUp(view) {
      const wantsMore = view.text && this.root.dataset.find;
      if (wantsMore && (await this.rows.lookUp(view.text)) && this.view === view) this.show(view);
    }

    /* Where nothing is left: which side of the view leaves most out, and where to look further. */
    sayNothing() {
      this.nothing.hidden = this.found.length > 0;
      if (this.found.length) return;
      const parts = [`No ${this.root.dataset.one} matches. `];
      const [[key, left] = []] = this.rows.without(this.view);
      if (left) {
        const title = key === "words" ? `the words \u2018${this.view.text}\u2019` : this.facetTitle(key);
        const button = Object.assign(document.createElement("button"), { type: "button" });
        button.textContent = `Without ${title}: ${number.format(left)}`;
        button.addEventListener("click", () => {
          this.go(key === "words" ? { text: "" } : { chosen: new Map(this.view.chosen).set(key, []) });
          this.text.focus();
        });
        parts.push(button);
      }
      if (this.view.text && this.root.dataset.find) {
        const link = document.createElement("a");
        link.href = `${this.root.dataset.find}?${new URLSearchParams({ words: this.view.text })}`;
        link.textContent = "Search every page";
        parts.push(" ", link);
      }
      this.nothing.replaceChildren(...parts);
    }

    facetTitle(key) {
      const facet = this.facets.find((each) => each.key === key);
      const titles = this.view.chosen.get(key).map((value) => facet.choice(value).title);
      return `${facet.title}: ${titles.join(", ")}`;
    }

    markOrder(head) {
      const key = head.dataset.order.replace(/^-/, "");
      const descends = this.view.order.startsWith("-");
      if (this.view.order.replace(/^-/, "") !== key) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", descends ? "descending" : "ascending");
    }

    say() {
      const [all, found] = [this.rows.rows.length, this.found.length];
      const { one, many } = this.root.dataset;
      const words = all === 1 ? one : many;
      this.status.textContent = found === all ? `${number.format(all)} ${words}` : `${number.format(found)} of ${number.format(all)} ${words}`;
    }

    fill(count) {
      this.body.replaceChildren(...this.found.slice(0, count));
      const left = this.found.length - this.body.rows.length;
      this.further.hidden = left === 0;
      this.further.firstElementChild.textContent = `Show ${Math.min(left, AT_ONCE)} more of ${number.format(left)}`;
    }

    showMore() {
      const first = this.found[this.shown];
      this.shown += AT_ONCE;
      this.fill(this.shown);
      first.querySelector("a")?.focus();
    }

    showFilters(counts) {
      const chips = this.view.text ? [this.chip("words", this.view.text, `Words: ${this.view.text}`)] : [];
      for (const facet of this.facets) {
        for (const value of this.view.chosen.get(facet.key)) {
          const none = counts.get(facet.key).get(value) ? "" : " (0)";
          chips.push(this.chip(facet.key, value, `${facet.title}: ${facet.choice(value).title}${none}`));
        }
      }
      this.chips.replaceChildren(...chips);
      this.chips.hidden = this.clear.hidden = chips.length === 0;
      this.toggle.textContent = chips.length ? `Filter (${chips.length})` : "Filter";
    }

    chip(key, value, words) {
      const item = document.createElement("li");
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: words });
      Object.assign(button.dataset, { key, value });
      button.setAttribute("aria-label", `Remove filter ${words}`);
      item.append(button);
      return item;
    }

    removeChip(button) {
      if (!button) return;
      const place = [...this.chips.children].indexOf(button.parentElement);
      const { key, value } = button.dataset;
      if (key === "words") this.go({ text: "" });
      else this.choose(key, value, false);
      const left = this.chips.children;
      (left[Math.min(place, left.length - 1)]?.firstElementChild ?? this.text).focus();
    }
  }

  const start = () => {
    for (const root of document.querySelectorAll("[data-explorer]:not(.pirgen-explorer-ready)")) new Explorer(root);
  };

  /* The styles show the form to browsers that know this query; older ones keep the plain table. */
  if (!window.matchMedia("(scripting: enabled)").matches) return;

  /* Where Material exchanges pages without loading them, scripts run as they arrive, in any order. */
  if (window.itemsjs) start();
  else document.querySelector('script[src$="/vendor/itemsjs.js"]')?.addEventListener("load", start);
})();
