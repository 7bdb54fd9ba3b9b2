// How a number is understood is shown while it is typed. The rule is the server's: it is asked, never repeated here.
const PAUSE = 250;
const waiting = new WeakMap();

const ask = async (input, output) => {
  const text = input.value;
  const asked = new URLSearchParams({ kind: output.dataset.kind, text });
  const currency = output.dataset.currency ?? input.form?.elements.namedItem("currency")?.value;
  if (currency) {
    asked.set("currency", currency);
  }
  const answer = await fetch(`${output.dataset.from}?${asked}`);
  if (answer.ok && input.value === text) {
    output.textContent = await answer.text();
  }
};

document.addEventListener("input", (event) => {
  const output = document.getElementById(`${event.target.id}-read`);
  if (!output?.dataset.kind) {
    return;
  }
  clearTimeout(waiting.get(event.target));
  output.textContent = "";
  if (!/^[0-9]*$/.test(event.target.value)) {
    waiting.set(event.target, setTimeout(() => ask(event.target, output), PAUSE));
  }
});

// Another currency may mean another reading.
document.addEventListener("change", (event) => {
  if (event.target.name !== "currency") {
    return;
  }
  for (const output of event.target.form?.querySelectorAll("output[data-kind]") ?? []) {
    const input = document.getElementById(output.htmlFor.value);
    if (input && !output.dataset.currency && !/^[0-9]*$/.test(input.value)) {
      ask(input, output);
    }
  }
});
