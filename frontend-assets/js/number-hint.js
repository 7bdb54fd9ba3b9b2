// How a number is understood is shown while it is typed. The rule is the server's: it is asked, never repeated here.
const PAUSE = 250;
const waiting = new WeakMap();

const ask = async (input, output) => {
  const text = input.value;
  const answer = await fetch(`${output.dataset.from}?${new URLSearchParams({ kind: output.dataset.kind, text })}`);
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
