// Leaving a page with changes that were not saved asks first. A form that came back with something
// to mend has such changes from the start; one that asks for a password has nothing to lose.
const forms = [...document.querySelectorAll("form[method=post]")].filter((form) => !form.querySelector("[type=password]"));
const state = (form) =>
  JSON.stringify([...new FormData(form)].map(([name, value]) => [name, value instanceof File ? value.name : value]));
const saved = new Map(forms.map((form) => [form, form.querySelector("[data-error-summary]") ? null : state(form)]));
let submitted = null;

document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) {
    submitted = event.target;
  }
});

// Back from the browser's cache: what was sent may be changed again.
addEventListener("pageshow", () => {
  submitted = null;
});

addEventListener("beforeunload", (event) => {
  // Browsers ask only whoever has touched the page.
  if (navigator.userActivation?.hasBeenActive === false) {
    return;
  }
  if (forms.some((form) => form !== submitted && form.isConnected && state(form) !== saved.get(form))) {
    event.preventDefault();
  }
});
