// The names of skills are many and the same on every page: fetched once, when a field asks for one.
const names = document.getElementById("skill-names");

const fill = async () => {
  document.removeEventListener("focusin", asked);
  const answer = await fetch(names.dataset.from);
  if (answer.ok) {
    names.replaceChildren(...(await answer.json()).map((name) => new Option(name, name)));
  }
};

const asked = (event) => {
  if (event.target.matches('[list="skill-names"]')) {
    fill();
  }
};

document.addEventListener("focusin", asked);
