// Days dragged over on the strip become the dates of the form, which works without the mouse as well.
const strip = document.querySelector("[data-drag]");
const form = document.getElementById("absence");
let from = null;

const day = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("td[data-date]");

const choose = (first, last) => {
  const [start, end] = [first.dataset.date, last.dataset.date].sort();
  for (const cell of strip.querySelectorAll("td[data-date]")) {
    cell.classList.toggle("is-chosen", cell.dataset.date >= start && cell.dataset.date <= end);
  }
  form.elements.from.value = start;
  form.elements.to.value = end;
};

strip.addEventListener("pointerdown", (event) => {
  from = event.pointerType === "mouse" ? day(event) : null;
  if (from) {
    event.preventDefault();
    choose(from, from);
  }
});

addEventListener("pointermove", (event) => {
  const to = from && day(event);
  if (to) {
    choose(from, to);
  }
});

addEventListener("pointerup", () => {
  if (from) {
    from = null;
    form.elements.kind.focus();
  }
});
