/* What is wrong with the layout of a page at the present width: text in narrow columns, text over other text, words
   in pieces, and boxes that begin outside of the window, where nobody can scroll to. */

(narrow) => {
  const area = document.querySelector(".md-content") ?? document.body;
  const isWide = (one) => one.getBoundingClientRect().width > 1;
  const isShown = (one) => one.checkVisibility() && isWide(one) && isWide(one.closest("thead") ?? one);
  const start = (text) => text.trim().slice(0, 40);
  const shown = (kinds) => [...area.querySelectorAll(kinds)].filter((one) => isShown(one) && !one.closest("svg"));

  const squeezed = shown(":is(td, th, li, p, dd):not(.pirgen-moment, :has(p, li))").filter(
    (one) => one.textContent.trim().length > 60 && one.getBoundingClientRect().width < narrow,
  );

  const outside = shown(".pirgen-diagram, table, pre, p, h1, h2").filter((one) => {
    const scrolls = one.parentElement.closest(".md-typeset__scrollwrap, .pirgen-diagram, pre");
    return !scrolls && one.getBoundingClientRect().left < 0;
  });

  /* Each line of text that an element has itself, as far as the element shows it. */
  const lines = [];
  for (const one of shown("h1, h2, h3, p, li, td, th, dt, dd, summary, figcaption, label")) {
    const frame = one.getBoundingClientRect();
    for (const node of one.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        if (top < frame.bottom - 3) lines.push({ one, left, right, top, bottom, text: start(node.textContent) });
      }
    }
  }
  lines.sort((a, b) => a.top - b.top);
  const over = [];
  lines.forEach((upper, place) => {
    for (let next = place + 1; next < lines.length && lines[next].top < upper.bottom - 3; next += 1) {
      const lower = lines[next];
      const isBeside = Math.min(upper.right, lower.right) - Math.max(upper.left, lower.left) < 3;
      if (upper.one !== lower.one && !isBeside) over.push(`${upper.text} / ${lower.text}`);
    }
  });
  /* Words of a cell that go on in the next line without a hyphen; one that is cut off at the end of a text does not. */
  const split = [];
  for (const one of shown("td, td *, th")) {
    if (getComputedStyle(one).webkitLineClamp !== "none") continue;
    for (const node of one.childNodes) {
      const range = document.createRange();
      range.selectNodeContents(node);
      if (node.nodeType !== Node.TEXT_NODE || range.getClientRects().length < 2) continue;
      for (const { 0: word, index } of node.textContent.matchAll(/[\p{L}\d]{2,16}/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (range.getClientRects().length > 1) split.push(`${word} in ${start(node.textContent)}`);
      }
    }
  }
  const found = { squeezed: squeezed.map((one) => start(one.textContent)), over, split };
  found.outside = outside.map((one) => one.getAttribute("aria-label") ?? start(one.textContent));
  return Object.fromEntries(Object.entries(found).filter(([, what]) => what.length).map(([name, what]) => [name, what.slice(0, 5)]));
}
