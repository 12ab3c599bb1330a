/* Gives each drawing and chart of a page two buttons: to see it as large as the window allows, and to save it as an SVG file
   with the colours that it has on the screen. It also unfolds what an address leads into. Without this script the
   drawings are in the page all the same. */

(() => {
  "use strict";

  /* What a saved drawing keeps of the page's styles: all that our drawings are styled with. */
  const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity",
    "font-family", "font-size", "font-style", "font-weight", "text-decoration", "rx"];
  const XLINK = "http://www.w3.org/1999/xlink";

  const drawingOf = (box) => box.querySelector("svg:is(.pirgen-drawing, .pirgen-chart)");

  const button = (words, label, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: words });
    made.setAttribute("aria-label", `${words}: ${label}`);
    made.addEventListener("click", act);
    return made;
  };

  /* Larger than in the page only where the window has room; what is larger than the window scrolls. */
  const enlarge = (box) => {
    const drawing = drawingOf(box);
    const place = document.createComment("");
    const dialog = document.createElement("dialog");
    const frame = document.createElement("div");
    dialog.className = "pirgen-full-size";
    dialog.setAttribute("aria-label", box.getAttribute("aria-label"));
    frame.className = "pirgen-diagram";
    frame.tabIndex = 0;
    drawing.replaceWith(place);
    frame.append(drawing);
    dialog.append(button("Close", box.getAttribute("aria-label"), () => dialog.close()), frame);
    dialog.addEventListener("close", () => {
      drawing.style.width = drawing.style.height = "";
      place.replaceWith(drawing);
      dialog.remove();
    });
    frame.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
    (box.closest(".pirgen") ?? document.body).append(dialog);
    dialog.showModal();
    const { width, height } = drawing.viewBox.baseVal;
    const scale = Math.max(1, Math.min(frame.clientWidth / width, frame.clientHeight / height));
    drawing.style.width = `${Math.floor(width * scale)}px`;
    drawing.style.height = "auto";
  };

  /* A link within the page leads there from the file only where the page is on the web. */
  const led = (address) => {
    const whole = new URL(address, document.baseURI);
    return /^(https?|mailto):$/.test(whole.protocol) ? whole.href : "";
  };

  const standalone = (drawing) => {
    const copy = drawing.cloneNode(true);
    const originals = [drawing, ...drawing.querySelectorAll("*")];
    [copy, ...copy.querySelectorAll("*")].forEach((element, index) => {
      const styles = getComputedStyle(originals[index]);
      for (const look of LOOKS) {
        const value = styles.getPropertyValue(look);
        if (value !== "auto") element.setAttribute(look, value);
      }
    });
    for (const link of copy.querySelectorAll("a")) {
      const whole = led(link.getAttributeNS(XLINK, "href") ?? "");
      if (whole) link.setAttributeNS(XLINK, "xlink:href", whole);
      else link.removeAttributeNS(XLINK, "href");
    }
    const ground = document.createElementNS(copy.namespaceURI, "rect");
    ground.setAttribute("width", "100%");
    ground.setAttribute("height", "100%");
    ground.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
    copy.prepend(ground);
    return new XMLSerializer().serializeToString(copy);
  };

  const save = (drawing) => {
    const page = location.pathname.split("/").filter((part) => part && part !== "index.html").pop() ?? "drawing";
    const kind = (drawing.getAttribute("aria-labelledby") ?? "").split("-title")[0];
    const link = document.createElement("a");
    link.download = `${page.replace(/\.html$/, "")}-${kind}.svg`;
    link.href = URL.createObjectURL(new Blob([standalone(drawing)], { type: "image/svg+xml" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const equip = (box) => {
    const label = box.getAttribute("aria-label");
    const tools = document.createElement("div");
    tools.className = "pirgen-drawing-tools";
    tools.append(button("Full size", label, () => enlarge(box)), button("Save as SVG", label, () => save(drawingOf(box))));
    if (box.matches(".pirgen-chart-box")) box.before(tools);
    else box.prepend(tools);
  };

  /* Not every browser unfolds what a link leads into. */
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    let folded = target && target.closest("details");
    if (!folded) return;
    for (; folded; folded = folded.parentElement.closest("details")) folded.open = true;
    target.scrollIntoView();
  };

  const bare = ".pirgen-diagram:not(:has(> .pirgen-drawing-tools)), :not(.pirgen-drawing-tools) + .pirgen-chart-box";
  for (const box of document.querySelectorAll(bare)) {
    if (drawingOf(box)) equip(box);
  }
  unfold();
  if (!window.pirgenUnfolds) {
    window.pirgenUnfolds = true;
    addEventListener("hashchange", unfold);
  }
})();
