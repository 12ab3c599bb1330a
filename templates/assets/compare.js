/* Two incidents side by side, those that the address names: ?a=ID&b=ID. A column of each is in a script of its own beside
   the page (pages/incident/compare.py); what both have is found as in pages/incident/compared.py. */

(() => {
  "use strict";

  const idOf = (text) => text.trim().replace(/[?#].*$/, "").replace(/(\/|\.html|\/index\.html)$/, "").split("/").pop();

  const tell = (words) => {
    document.querySelector(".pirgen-compared-told").textContent = words;
  };

  const run = (address) =>
    new Promise((done, fail) => {
      const script = document.createElement("script");
      Object.assign(script, { src: address, onload: done, onerror: fail });
      document.head.append(script);
    });

  /* What an incident says: its head, and its rows by their headings. */
  const columnOf = async (id, folder) => {
    if (!window.pirgenColumns?.[id]) await run(`${folder}${encodeURIComponent(id)}.js`);
    const read = document.createElement("template");
    read.innerHTML = window.pirgenColumns[id];
    const table = read.content.querySelector("table");
    const rows = [...table.querySelectorAll("tbody tr")].map((row) => [row.cells[0].textContent, row]);
    return { head: table.querySelector("thead th"), review: table.dataset.review, rows: new Map(rows) };
  };

  const textsOf = (row) => {
    const items = [...row.cells[1].querySelectorAll("li:not(.pirgen-quiet)")];
    return (items.length ? items : [row.cells[1]]).map((item) => item.textContent);
  };

  const isShared = (one, other) => {
    if (!one || !other || one.dataset.likeness === "never") return false;
    const texts = textsOf(other);
    return one.dataset.likeness === "anything" || textsOf(one).some((text) => texts.includes(text));
  };

  const cellOf = (row, label) => {
    const cell = document.createElement("td");
    cell.dataset.label = label;
    if (row) cell.append(...row.cells[1].cloneNode(true).childNodes);
    else cell.append("–");
    return cell;
  };

  const dayOf = (column) => column.head.querySelector("time").textContent;

  const show = (one, other) => {
    const table = document.querySelector(".pirgen-compared-table").content.firstElementChild.cloneNode(true);
    const mark = document.querySelector(".pirgen-compared-mark").content;
    table.tHead.rows[0].append(one.head, other.head);
    const hasOneReview = one.review && one.review === other.review;
    const isOneDay = dayOf(one) === dayOf(other);
    const labels = [one, other].map((column) => (isOneDay ? column.head.textContent : dayOf(column)));
    const titles = [...new Map([...other.rows, ...one.rows])];
    const shared = [];
    for (const [title, row] of titles.sort(([, a], [, b]) => a.dataset.place - b.dataset.place)) {
      if (hasOneReview && "ofReview" in row.dataset) continue;
      const made = table.tBodies[0].insertRow();
      const [here, there] = [one.rows.get(title), other.rows.get(title)];
      const heading = Object.assign(document.createElement("th"), { scope: "row", textContent: title });
      if (isShared(here, there)) {
        heading.append(mark.cloneNode(true));
        shared.push(title);
      }
      made.append(heading, cellOf(here, labels[0]), cellOf(there, labels[1]));
    }
    tell(shared.length ? `The same in both: ${shared.join(", ")}.` : "Nothing here is the same in both.");
    document.querySelector(".pirgen-compared").replaceChildren(table);
  };

  /* The ids to choose from, when a reader begins to choose. */
  const offer = async (form) => {
    await run(form.dataset.titles);
    const options = window.pirgenTitles.map(([id, title]) => new Option(title, id));
    form.querySelector("datalist").append(...options);
  };

  const start = async (form) => {
    const asked = new URLSearchParams(location.search);
    const columns = [];
    for (const name of ["a", "b"]) {
      const id = idOf(asked.get(name) ?? "");
      form.elements[name].value = id;
      if (!id) continue;
      try {
        columns.push(await columnOf(id, form.dataset.compare));
      } catch {
        tell(`There is no incident '${id}' here.`);
        form.elements[name].focus();
        return;
      }
    }
    if (columns.length === 2) show(...columns);
    else form.elements[asked.get("a") ? "b" : "a"].focus();
  };

  const form = document.querySelector(".pirgen-compare-form:not([data-ready])");
  if (!form) return;
  form.dataset.ready = "";
  form.addEventListener("focusin", () => offer(form), { once: true });
  start(form);
})();
