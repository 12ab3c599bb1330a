/* Lets readers narrow down and sort a table. The page has its first rows and a form of facets without this script
   (templates/macros/explorer.html); all rows come as data in scripts of their own (pages/explorer.py), with the page
   or when they are asked for, and become elements by the page's own pattern of a row. The address holds the view, so
   that it can be shared. */

(() => {
  "use strict";

  /* How many rows are shown at first, and at each step; pages/explorer.py counts the same. */
  const AT_ONCE = 100;
  /* How many are shown at first where each is a card, as explorer.css makes them on a phone. */
  const CARDS = 25;
  /* How many choices a long facet shows before it is unfolded. */
  const FREQUENT = 10;
  /* After how many milliseconds without another letter words are looked for beyond the rows. */
  const PAUSE = 150;

  const collator = new Intl.Collator(document.documentElement.lang || "en", { numeric: true, sensitivity: "base" });
  const number = new Intl.NumberFormat("en");

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  /* A cell of a CSV file; a spreadsheet must not run it as a formula (OWASP, CSV Injection). */
  const quoted = (text) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };

  /* The text of a cell, which is HTML that our own pages would have. */
  const textOf = (html) => {
    if (!/[<&]/.test(html)) return html;
    return new DOMParser().parseFromString(html, "text/html").body.textContent;
  };

  /* A column of the data: its texts, or each text once and the places of the rows' own. */
  const unpacked = (column) => (Array.isArray(column) ? column : column.places.map((place) => column.texts[place]));

  const unpackedAll = (cells) => new Map(Object.entries(cells).map(([name, column]) => [name, unpacked(column)]));

  /* A facet of the data: its values, and of each row, from the first one down, their places; equal rows share a list. */
  const facetOf = ({ ids, rows }) => {
    const known = new Map([["", []]]);
    const listOf = (text) => known.get(text) ?? known.set(text, [...new Set(text.split(" "))].map(Number)).get(text);
    return { ids, rows: rows.split(",").map(listOf).reverse() };
  };

  /* The data of a script, which hands them over by name; so this works from a folder and under script-src 'self'. */
  const loading = new Map();
  const load = (name, address) => {
    const start = (resolve, reject) => {
      const script = document.createElement("script");
      const end = () => {
        script.remove();
        loading.delete(name);
        if (window.pirgenRows?.[name]) resolve(window.pirgenRows[name]);
        else reject(new Error(`${address} has no ${name}`));
      };
      document.head.append(Object.assign(script, { src: address, onload: end, onerror: end }));
    };
    if (!loading.has(name)) loading.set(name, new Promise(start));
    return loading.get(name);
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

  /* The rows, found and in order. A row is known by its place, from the first one down. What all have of the
     facets is in one script of data, and what they say in parts, from the last row up. */

  class Rows {
    constructor(root, facets, elements) {
      const { rows, from, pattern, count, order } = root.dataset;
      Object.assign(this, { name: rows, from, pattern, count: Number(count), elements, order });
      this.counts = new Map(facets.map((facet) => [facet.key, facet.counts]));
      this.ids = Array.from({ length: this.count }, (_, place) => place + 1);
      this.orders = new Map([[order, this.ids]]);
      this.inText = new Map();
      if (window.pirgenRows?.[rows]) this.take(window.pirgenRows[rows]);
    }

    take(data) {
      if (this.data) return;
      this.data = data;
      this.brief = unpackedAll(data.cells);
      this.parts = data.parts.map((part) => (typeof part === "string" ? undefined : unpackedAll(part)));
      this.facets = new Map([...this.counts.keys()].map((key) => [key, facetOf(data.values[key])]));
    }

    partOf(place) {
      return Math.floor((this.count - 1 - place) / this.data.size);
    }

    /* Each of these gives a promise of what is not there yet, or nothing. */

    missing() {
      return this.data ? undefined : load(this.name, this.from).then((data) => this.take(data));
    }

    missingParts(wanted) {
      const left = wanted.filter((part) => !this.parts[part]);
      return left.length ? Promise.all(left.map((part) => this.loadPart(part))) : undefined;
    }

    async loadPart(part) {
      const name = this.data.parts[part];
      const from = this.from.replace(/\.js\?.*$/, `-${part}.js?${name.split(" ").at(-1)}`);
      this.parts[part] = unpackedAll(await load(name, from));
    }

    /* The texts of all rows, which words are looked for in. */
    missingTexts() {
      return this.missing() ?? this.missingParts([...this.parts.keys()]);
    }

    missingToFind(view) {
      if (this.isOfPage(view) && !this.data) return undefined;
      const isKnown = !this.data || this.orders.has(view.order) || this.brief.has(this.sortedBy(view.order));
      return view.text || !isKnown ? this.missingTexts() : this.missing();
    }

    missingToShow(places) {
      const unmade = places.filter((place) => !this.elements[place]);
      if (!unmade.length) return undefined;
      return this.missing() ?? this.missingParts([...new Set(unmade.map((place) => this.partOf(place)))]);
    }

    isThere(place) {
      return Boolean(this.elements[place] || (this.data && this.parts[this.partOf(place)]));
    }

    isOfPage(view) {
      return !view.text && view.order === this.order && [...view.chosen.values()].every((values) => !values.length);
    }

    sortedBy(order) {
      return this.data.sortedBy[order.replace(/^-/, "")];
    }

    valuesOf(place, key) {
      const { ids, rows } = this.facets.get(key);
      return rows[place].map((each) => ids[each]);
    }

    /* A cell of a row; undefined where the table has none of that name. */
    cell(name, place) {
      const at = this.count - 1 - place;
      return this.brief.get(name)?.[at] ?? this.parts[this.partOf(place)].get(name)?.[at % this.data.size];
    }

    column(name) {
      return this.ids.map((id) => this.cell(name, id - 1));
    }

    /* The row as an element of the page, made when it is first shown. */
    element(place) {
      return (this.elements[place] ??= this.made(place));
    }

    made(place) {
      const template = document.createElement("template");
      template.innerHTML = this.pattern.replace(/\{(\w+)\}/g, (mark, name) => this.cell(name, place) ?? mark);
      return template.content.querySelector("tr");
    }

    /* The places of a view's rows in its order, and for each facet how many rows each value would leave: a row that
       one facet alone leaves out counts for that one. */
    find(view) {
      if (!this.data) return { rows: this.ids.map((id) => id - 1), counts: this.counts };
      const facets = [...this.facets].map(([key, facet]) => this.asked(facet, view.chosen.get(key)));
      const asked = facets.filter((facet) => facet.wanted);
      const count = ({ rows, counts }, place) => {
        for (const each of rows[place]) counts[each] += 1;
      };
      const rows = [];
      for (const id of this.matching(view.text, this.inOrder(view.order))) {
        const place = id - 1;
        const without = asked.filter((facet) => !facet.rows[place].some((each) => facet.wanted.has(each)));
        if (without.length === 1) count(without[0], place);
        if (without.length) continue;
        rows.push(place);
        for (const facet of facets) count(facet, place);
      }
      const counted = ({ ids, counts }) => new Map(ids.map((id, place) => [id, counts[place]]));
      return { rows, counts: new Map([...this.facets.keys()].map((key, at) => [key, counted(facets[at])])) };
    }

    /* A facet with its choices of a view, if there are any, and with no row counted. */
    asked({ ids, rows }, chosen) {
      const wanted = chosen.length ? new Set(chosen.map((value) => ids.indexOf(value))) : undefined;
      return { ids, rows, wanted, counts: new Uint32Array(ids.length) };
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
      if (found?.size !== this.count) return false;
      const nameIn = (href) => textOf(href).match(/([^/]+?)(?:\.html|\/)?$/)[1];
      const named = () => this.column("href").map((href, place) => [nameIn(href), place + 1]);
      this.byName ??= named().sort(([one], [other]) => (one < other ? -1 : 1));
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

    /* What a reader sees of each row: its pattern's cells, whichever order they are in. */
    readTexts() {
      if (this.texts) return;
      const names = [...new Set([...this.pattern.matchAll(/>[^<]*\{(\w+)\}/g)].map((match) => match[1]))];
      const columns = names.map((name) => this.plainColumn(name));
      this.texts = Array.from({ length: this.count }, (_, place) => columns.map((column) => column[place]).join(" "));
    }

    plainColumn(name) {
      const known = new Map();
      return this.column(name).map((html) => {
        if (!known.has(html)) known.set(html, plain(textOf(html)));
        return known.get(html);
      });
    }

    inOrder(order) {
      if (!this.orders.has(order)) this.orders.set(order, this.sorted(order));
      return this.orders.get(order);
    }

    /* Rows without a value come last either way; equal ones keep the order of the page. */
    sorted(order) {
      const descends = order.startsWith("-");
      const values = this.column(this.sortedBy(order)).map(textOf);
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
  }

  /* One facet of the form: its checkboxes, their words and counts. */

  class Facet {
    constructor(details) {
      this.details = details;
      this.key = details.dataset.facet;
      this.fieldset = details.querySelector("fieldset");
      this.title = details.querySelector("legend").textContent;
      this.isHidden = details.hidden;
      this.all = details.querySelector(".pirgen-facet-all");
      this.chosenCount = details.querySelector("summary").appendChild(document.createElement("span"));
      this.choices = new Map();
      for (const label of this.fieldset.querySelectorAll("label")) this.keep(label);
      this.counts = new Map([...this.choices].map(([value, { count }]) => [value, Number(count.textContent)]));
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

    titleOf(value) {
      return this.choices.get(value)?.title ?? value;
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

  /* The page: a form, a table, and what is between them. */

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
      this.download = one(".pirgen-found-csv");
      this.done = one(".pirgen-facets-done button");
      this.table = one("table");
      this.facets = [...this.form.querySelectorAll("[data-facet]")].map((details) => new Facet(details));
      this.keys = this.facets.map((facet) => facet.key);
      this.heads = [...this.table.tHead.rows[0].cells].filter((head) => head.dataset.order);
      this.defaultOrder = root.dataset.order;
      this.orders = new Set([...this.select.options].map(({ value }) => value.replace(/^-/, "")));
      this.takeOverRows();
      this.makeHeadsButtons();
      this.listen();
      this.readAddress();
      root.classList.add("pirgen-explorer-ready");
      const hasTexts = this.rows.data && !this.rows.missingTexts();
      if (hasTexts) (window.requestIdleCallback ?? setTimeout)(() => this.rows.readTexts());
    }

    /* The rows that the page itself holds are the first of all. */
    takeOverRows() {
      const bodies = [...this.table.tBodies];
      this.target = bodies.find((body) => body.id && `#${body.id}` === location.hash)?.dataset.choice;
      this.rows = new Rows(this.root, this.facets, bodies.flatMap((body) => [...body.rows]));
      for (const body of bodies) body.remove();
      this.body = this.table.createTBody();
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
      for (const kind of ["pointerenter", "focusin"]) {
        this.form.parentElement.addEventListener(kind, () => this.prepare(() => this.rows.missing()), { once: true });
      }
      this.text.addEventListener("focus", () => this.prepare(() => this.rows.missingTexts()), { once: true });
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("input", (event) => {
        if (event.target === this.text) this.go({ text: this.text.value.trim() }, this.isTyping);
        this.isTyping = event.target === this.text;
      });
      this.form.addEventListener("change", (event) => {
        if (event.target === this.select) this.go({ order: this.select.value });
        else if (event.target.type === "checkbox") this.choose(event.target.name, event.target.value, event.target.checked);
      });
      this.toggle.addEventListener("click", () => this.unfold(this.toggle.getAttribute("aria-expanded") === "false"));
      this.done.addEventListener("click", () => {
        this.unfold(false);
        this.root.querySelector(".pirgen-explored").focus({ preventScroll: true });
        this.root.scrollIntoView({ block: "start" });
      });
      this.download.addEventListener("click", () => this.save());
      this.chips.addEventListener("click", (event) => this.removeChip(event.target.closest("button")));
      this.clear.addEventListener("click", () => {
        this.go({ text: "", chosen: new Map(this.keys.map((key) => [key, []])) });
        this.text.focus();
      });
      this.further.firstElementChild.addEventListener("click", () => this.showMore());
      this.follow(window, "popstate", () => this.readAddress());
      this.follow(window, "beforeprint", () => this.fillForPaper());
      this.follow(window, "afterprint", () => this.fill(this.shown));
      this.follow(document, "click", (event) => this.followLink(event));
    }

    /* Where the form folds, its facets start folded too, so that a phone shows them all. */
    unfold(isUnfolded) {
      this.toggle.setAttribute("aria-expanded", isUnfolded);
      if (!isUnfolded || this.hasFolded) return;
      this.hasFolded = true;
      for (const facet of this.facets) facet.details.open = this.view.chosen.get(facet.key).length > 0;
    }

    /* The rows found as a CSV file: the table's columns as a reader sees them, and all facets. */
    save() {
      this.when(() => this.rows.missingTexts(), () => this.saveFound());
    }

    saveFound() {
      const heads = [...this.table.tHead.rows[0].cells].map((head) => head.textContent.trim());
      const others = this.facets.filter((facet) => !heads.includes(facet.title) && !facet.isHidden);
      const lines = [[...heads, "Address", ...others.map((facet) => facet.title)]];
      for (const place of this.found) {
        const row = this.rows.element(place);
        const cells = [...row.cells].map((cell) => this.cellText(cell));
        const link = row.querySelector("a[href]");
        const values = others.map((facet) => this.rows.valuesOf(place, facet.key).map((value) => facet.titleOf(value)).join("; "));
        lines.push([...cells, link ? new URL(link.getAttribute("href"), location.href.split(/[?#]/)[0]).href : "", ...values]);
      }
      const text = lines.map((line) => line.map(quoted).join(",")).join("\r\n");
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: "text/csv" }));
      link.download = `${this.root.dataset.explorer}.csv`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }

    cellText(cell) {
      const time = cell.querySelector("time");
      const hasTimeAlone = time && cell.textContent.trim() === time.textContent.trim();
      return hasTimeAlone ? time.dateTime : cell.textContent.replace(/\s+/g, " ").trim();
    }

    /* Until the page that this table is on has been exchanged for another. */
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
      if (!this.orders.has(view.order.replace(/^-/, ""))) view.order = this.defaultOrder;
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

    /* Do what needs data: now where they are there, else once they have come and nothing else was asked for. */
    when(missing, act) {
      const asked = (this.asked = Symbol("asked"));
      const coming = missing();
      this.setBusy(Boolean(coming));
      if (!coming) return act();
      return coming.then(
        () => asked === this.asked && this.when(missing, act),
        () => asked === this.asked && this.sayNotLoaded(),
      );
    }

    setBusy(isBusy) {
      if (isBusy) this.root.setAttribute("aria-busy", "true");
      else this.root.removeAttribute("aria-busy");
    }

    /* What a reader is about to ask for. */
    async prepare(missing) {
      try {
        for (let coming; (coming = missing()); ) await coming;
      } catch {
        /* whoever then asks for it gets the message */
      }
    }

    sayNotLoaded() {
      this.setBusy(false);
      this.nothing.hidden = false;
      this.nothing.textContent = "The data of this table could not be loaded. Reload the page to try again.";
    }

    show(view) {
      this.view = view;
      this.when(() => this.rows.missingToFind(view), () => this.present(view));
    }

    present(view) {
      const { rows, counts } = this.rows.find(view);
      this.found = rows;
      for (const facet of this.facets) facet.show(view.chosen.get(facet.key), counts.get(facet.key));
      if (this.text.value.trim() !== view.text) this.text.value = view.text;
      this.select.value = view.order;
      for (const head of this.heads) this.markOrder(head);
      this.showFilters(counts);
      this.shown = window.matchMedia("(max-width: 44.984375em)").matches ? CARDS : AT_ONCE;
      this.fill(this.shown);
      this.say();
      this.sayNothing();
      this.lookUp(view);
    }

    async lookUp(view) {
      if (!view.text || !this.root.dataset.find) return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (this.view === view && (await this.rows.lookUp(view.text)) && this.view === view) this.show(view);
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
      return `${facet.title}: ${this.view.chosen.get(key).map((value) => facet.titleOf(value)).join(", ")}`;
    }

    markOrder(head) {
      const key = head.dataset.order.replace(/^-/, "");
      const descends = this.view.order.startsWith("-");
      if (this.view.order.replace(/^-/, "") !== key) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", descends ? "descending" : "ascending");
    }

    say() {
      const [all, found] = [this.rows.count, this.found.length];
      const { one, many } = this.root.dataset;
      const words = all === 1 ? one : many;
      this.done.textContent = `Show ${number.format(found)} ${found === 1 ? one : many}`;
      this.status.textContent = found === all ? `${number.format(all)} ${words}` : `${number.format(found)} of ${number.format(all)} ${words}`;
    }

    fill(count) {
      const places = this.found.slice(0, count);
      return this.when(() => this.rows.missingToShow(places), () => this.put(places));
    }

    put(places) {
      this.body.replaceChildren(...places.map((place) => this.rows.element(place)));
      const left = this.found.length - this.body.rows.length;
      this.further.hidden = left === 0;
      this.further.firstElementChild.textContent = `Show ${Math.min(left, AT_ONCE)} more of ${number.format(left)}`;
    }

    /* Printing does not wait for data. */
    fillForPaper() {
      this.put(this.found.filter((place) => this.rows.isThere(place)));
      const left = this.found.length - this.body.rows.length;
      this.further.firstElementChild.textContent = `${number.format(left)} more on the site`;
    }

    async showMore() {
      const place = this.found[this.shown];
      this.shown += AT_ONCE;
      await this.fill(this.shown);
      this.rows.element(place).querySelector("a")?.focus();
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
    for (const root of document.querySelectorAll("[data-explorer]:not(.pirgen-explorer-ready)")) {
      const { rows, from } = root.dataset;
      const isComing = document.querySelector(`script[src="${from}"]`) && !window.pirgenRows?.[rows];
      if (!isComing) new Explorer(root);
    }
  };

  /* The styles show the form to browsers that know this query; older ones keep the plain table. */
  if (!window.matchMedia("(scripting: enabled)").matches) return;

  /* Where Material exchanges pages without loading them, scripts run as they arrive, in any order. */
  start();
  for (const script of document.querySelectorAll('script[src*="-rows.js"]')) {
    script.addEventListener("load", start);
  }
})();
