/* Gives each drawing and chart of a page two buttons: to see it in the whole window, where it can be zoomed and moved, and
   to save it as an SVG file with the colours that it has on the screen. It also unfolds what an address leads into.
   Without this script the drawings are in the page all the same. */

(() => {
  "use strict";

  /* What a saved drawing keeps of the page's styles: all that our drawings are styled with. */
  const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity",
    "font-family", "font-size", "font-style", "font-weight", "text-decoration", "rx"];
  const XLINK = "http://www.w3.org/1999/xlink";

  const drawingOf = (box) => box.querySelector("svg:is(.pirgen-drawing, .pirgen-chart)");

  const button = (words, name, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: words });
    made.setAttribute("aria-label", name);
    made.addEventListener("click", act);
    return made;
  };

  const LEAST_TO_READ = 0.8;  // a smaller whole drawing cannot be read: then its top is shown in its own size
  const STEP = 1.25, LARGEST = 4;

  /* Buttons, keys and the wheel with Ctrl, as pinching on a touchpad is, zoom. Scrolling is the browser's own. */
  const zooming = (drawing, frame) => {
    const { width, height } = drawing.viewBox.baseVal;
    let scale = 1;
    const fitting = () => Math.min(frame.clientWidth / width, frame.clientHeight / height);
    /* What is at a place of the window, else in its middle, stays there. */
    const zoom = (wanted, event) => {
      const box = frame.getBoundingClientRect();
      const before = drawing.getBoundingClientRect();
      const x = event?.clientX ?? box.left + box.width / 2, y = event?.clientY ?? box.top + box.height / 2;
      scale = Math.min(LARGEST, Math.max(Math.min(fitting(), 1), wanted));
      drawing.style.width = `${Math.floor(width * scale)}px`;
      drawing.style.height = `${Math.floor(height * scale)}px`;
      const after = drawing.getBoundingClientRect();
      frame.scrollLeft += after.left + ((x - before.left) / before.width) * after.width - x;
      frame.scrollTop += after.top + ((y - before.top) / before.height) * after.height - y;
    };
    const fit = () => zoom(fitting());
    const whole = () => zoom(1);
    const larger = () => zoom(scale * STEP);
    const smaller = () => zoom(scale / STEP);
    const start = () => {
      zoom(fitting() < LEAST_TO_READ ? 1 : fitting());
      const top = drawing.querySelector(".pirgen-tree-top")?.getBoundingClientRect();
      if (top) frame.scrollLeft += top.left + top.width / 2 - innerWidth / 2;
      frame.scrollTop = 0;
    };
    frame.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(scale * (event.deltaY < 0 ? STEP : 1 / STEP), event);
    }, { passive: false });
    const keys = { "+": larger, "=": larger, "-": smaller, 0: whole, f: fit };
    const press = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
      event.preventDefault();
      event.stopPropagation();  // themes have keys too
      keys[event.key]();
    };
    return { press, start, buttons: [button("Fit", "Fit into the window", fit), button("100 %", "Own size", whole),
      button("+", "Zoom in", larger), button("−", "Zoom out", smaller)] };
  };

  /* A mouse moves what it holds; fingers scroll anyway. A link that was only held is not followed. */
  const dragging = (frame) => {
    let hasMoved = false;
    frame.addEventListener("pointerdown", (down) => {
      hasMoved = false;
      const box = frame.getBoundingClientRect();
      const isOnScrollbar = down.clientX > box.left + frame.clientWidth || down.clientY > box.top + frame.clientHeight;
      if (down.pointerType !== "mouse" || down.button || isOnScrollbar) return;
      const { scrollLeft, scrollTop } = frame;
      const done = new AbortController();
      addEventListener("pointermove", (event) => {
        const x = event.clientX - down.clientX, y = event.clientY - down.clientY;
        hasMoved ||= Math.hypot(x, y) > 4;
        if (hasMoved) frame.scrollTo(scrollLeft - x, scrollTop - y);
      }, { signal: done.signal });
      for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => done.abort(), { signal: done.signal });
    });
    frame.addEventListener("dragstart", (event) => event.preventDefault());
    frame.addEventListener("click", (event) => {
      if (!hasMoved || !event.detail) return;  // the keyboard follows links whatever the mouse did before
      event.preventDefault();
      event.stopImmediatePropagation();
    }, true);
  };

  const enlarge = (box) => {
    const drawing = drawingOf(box);
    const label = box.getAttribute("aria-label");
    const place = document.createComment("");
    const dialog = document.createElement("dialog");
    const frame = document.createElement("div");
    const tools = document.createElement("div");
    dialog.className = "pirgen-full-size";
    dialog.setAttribute("aria-label", label);
    frame.className = "pirgen-diagram";
    frame.tabIndex = 0;
    drawing.replaceWith(place);
    frame.append(drawing);
    const zoomed = zooming(drawing, frame);
    tools.append(...zoomed.buttons, button("Close", `Close: ${label}`, () => dialog.close()));
    dialog.append(tools, frame);
    dialog.addEventListener("keydown", zoomed.press);
    dragging(frame);
    dialog.addEventListener("close", () => {
      drawing.style.width = drawing.style.height = "";
      place.replaceWith(drawing);
      dialog.remove();
    });
    frame.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
    (box.closest(".pirgen") ?? document.body).append(dialog);
    dialog.showModal();
    frame.focus();
    zoomed.start();
  };

  /* A link within the page leads there from the file only where the page is on the web. */
  const led = (address) => {
    const whole = new URL(address, document.baseURI);
    return /^(https?|mailto):$/.test(whole.protocol) ? whole.href : "";
  };

  /* The legend of a chart is in the page before it. */
  const legendOf = (box) => {
    let before = box.previousElementSibling;
    while (before?.matches(".pirgen-skip, .pirgen-drawing-tools")) before = before.previousElementSibling;
    return before?.matches(".pirgen-key") ? [...before.children] : [];
  };

  const FONT = 13, LINE = 20;

  /* Above a saved drawing: what it is, the page that it is from, and its legend. */
  const headed = (copy, drawing, entries) => {
    const pen = document.createElement("canvas").getContext("2d");
    const head = document.createElementNS(copy.namespaceURI, "g");
    const { fontFamily } = getComputedStyle(drawing);
    const fill = getComputedStyle(document.body).color;
    const made = (name, attributes, content = "") => {
      const element = document.createElementNS(copy.namespaceURI, name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.textContent = content;
      head.append(element);
    };
    const write = (words, x, y, weight) => {
      made("text", { x, y, fill, "font-family": fontFamily, "font-size": `${FONT}px`, "font-weight": weight }, words);
      pen.font = `${weight} ${FONT}px ${fontFamily}`;
      return x + pen.measureText(words).width;
    };
    const lines = entries.length ? 3 : 2;
    const top = -lines * LINE - 4;
    const right = Math.max(write(drawing.querySelector("title").textContent, 4, top + 15, 700),
      write(document.title, 4, top + LINE + 15, 400));
    let x = 4;
    for (const entry of entries) {
      const swatch = getComputedStyle(entry.querySelector("rect"));
      made("rect", { x, y: top + 2 * LINE + 4, width: 12, height: 12, fill: swatch.fill, stroke: swatch.stroke });
      x = write(entry.textContent.trim(), x + 18, top + 2 * LINE + 15, 400) + 16;
    }
    const { width, height } = drawing.viewBox.baseVal;
    const across = Math.ceil(Math.max(width, right + 8, x));
    copy.setAttribute("viewBox", `0 ${top} ${across} ${height - top}`);
    copy.setAttribute("width", across);
    copy.setAttribute("height", height - top);
    copy.append(head);
    return top;
  };

  const standalone = (drawing, entries) => {
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
    ground.setAttribute("y", headed(copy, drawing, entries));
    ground.setAttribute("width", "100%");
    ground.setAttribute("height", "100%");
    ground.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
    copy.prepend(ground);
    return new XMLSerializer().serializeToString(copy);
  };

  const save = (box) => {
    const drawing = drawingOf(box);
    const page = location.pathname.split("/").filter((part) => part && part !== "index.html").pop() ?? "drawing";
    const kind = (drawing.getAttribute("aria-labelledby") ?? "").split("-title")[0];
    const link = document.createElement("a");
    link.download = `${page.replace(/\.html$/, "")}-${kind}.svg`;
    link.href = URL.createObjectURL(new Blob([standalone(drawing, legendOf(box))], { type: "image/svg+xml" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const equip = (box) => {
    const label = box.getAttribute("aria-label");
    const tools = document.createElement("div");
    tools.className = "pirgen-drawing-tools";
    tools.append(button("Full size", `Full size: ${label}`, () => enlarge(box)),
      button("Save as SVG", `Save as SVG: ${label}`, () => save(box)));
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
