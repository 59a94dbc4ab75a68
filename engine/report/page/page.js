// What the HTML reports do besides being read: choosing findings, sorting and paging tables. Without it everything is shown.
(() => {
  "use strict";
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  // ---- one plan: show the findings that are chosen
  const form = document.getElementById("choose");
  if (form) {
    const rows = all("[data-finding]");
    const told = document.getElementById("chosen");
    const total = new Set(rows.map((row) => row.dataset.finding)).size;
    const apply = () => {
      const ticked = (name) => new Set(all(`input[name=${name}]:checked`, form).map((box) => box.value));
      const severities = ticked("severity");
      const bases = ticked("basis");
      const section = form.elements.section.value;
      const category = form.elements.category.value;
      const shown = new Set();
      for (const row of rows) {
        const of = row.dataset;
        const fits = severities.has(of.severity) && bases.has(of.basis) && (section === "" || section === of.section) &&
          (category === "" || category === of.category);
        if (fits) shown.add(of.finding);
        if (row.tagName === "MARK") row.classList.toggle("ehc-off", !fits);
        else row.hidden = !fits;
      }
      told.textContent = `Showing ${shown.size} of ${total} findings`;
    };
    form.addEventListener("change", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    form.hidden = false;
    apply();
  }

  // A link into a closed part opens it.
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const closed = target && target.closest("details");
    if (closed && !closed.open) {
      closed.open = true;
      target.scrollIntoView();
    }
  };
  window.addEventListener("hashchange", open);
  open();
  // Paper cannot be opened. Of a batch what somebody opened is printed: all that every plan has wrong would be a book.
  if (!document.getElementById("all")) window.addEventListener("beforeprint", () => all("details").forEach((one) => { one.open = true; }));

  // ---- tables: sorted by a press on a column's head; long ones a page at a time, with a field to look for words
  for (const table of all("table[data-sort]")) {
    const body = table.tBodies[0];
    const heads = all("thead th", table);
    const key = (row, column) => {
      const cell = row.cells[column];
      const value = cell.dataset.value ?? cell.textContent.trim();
      return value !== "" && !Number.isNaN(Number(value)) ? Number(value) : value.toLowerCase();
    };
    const order = (a, b) => (typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === "number" ? -1 : 1);
    let redraw = () => {};
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "ehc-sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const numeric = body.rows.length > 0 && typeof key(body.rows[0], column) === "number";
        const before = head.getAttribute("aria-sort");
        const now = before === "descending" || (before === null && !numeric) ? "ascending" : "descending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", now);
        const keyed = Array.from(body.rows, (row) => [key(row, column), row]);
        keyed.sort((a, b) => (now === "ascending" ? order(a[0], b[0]) : order(b[0], a[0])));
        body.append(...keyed.map((pair) => pair[1]));
        redraw();
      });
    });
    const size = Number(table.dataset.page || 0);
    const controls = document.getElementById(`${table.id}-find`);
    if (!controls || size === 0) continue;
    const field = controls.querySelector("input");
    const more = document.getElementById(`${table.id}-more`);
    const told = document.getElementById(`${table.id}-shown`);
    let limit = size;
    redraw = () => {
      const words = field.value.trim().toLowerCase();
      let found = 0;
      for (const row of body.rows) {
        const fits = words === "" || row.textContent.toLowerCase().includes(words);
        if (fits) found += 1;
        row.hidden = !fits || found > limit;
      }
      told.textContent = `Showing ${Math.min(found, limit)} of ${found}`;
      more.hidden = found <= limit;
    };
    field.addEventListener("input", () => { limit = size; redraw(); });
    more.addEventListener("click", () => { limit += 10 * size; redraw(); });
    controls.hidden = false;
    redraw();
  }
})();
