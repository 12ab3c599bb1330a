// Pointing at a way to fail, or reaching it with the keyboard, lights its factors in the drawing of the fault tree; a click
// keeps them lit until the next one.
for (const table of document.querySelectorAll(".pirgen-cut-sets")) {
  let kept = null;
  const light = (row) => {
    const wanted = new Set([...(row ? row.querySelectorAll("a") : [])].map((link) => link.hash));
    for (const drawing of document.querySelectorAll(".pirgen-fault-tree")) {
      drawing.classList.toggle("pirgen-lights", wanted.size > 0);
      for (const link of drawing.querySelectorAll("a")) {
        link.classList.toggle("pirgen-lit", wanted.has(link.href.baseVal));
      }
    }
  };
  for (const kind of ["mouseover", "focusin"]) {
    table.addEventListener(kind, (event) => light(event.target.closest("tbody tr") ?? kept));
  }
  for (const kind of ["mouseleave", "focusout"]) table.addEventListener(kind, () => light(kept));
  table.addEventListener("click", (event) => {
    const row = event.target.closest("tbody tr");
    if (!row || event.target.closest("a")) return;
    kept?.classList.remove("pirgen-kept");
    kept = row === kept ? null : row;
    kept?.classList.add("pirgen-kept");
    light(row);
  });
}
