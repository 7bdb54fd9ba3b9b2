// Leaving a page with changes that were not saved asks first. A form that came back, with something
// to mend or with more rows, has such changes from the start; one that asks for a password has nothing to lose.
const forms = [...document.querySelectorAll("form[method=post]")].filter((form) => !form.querySelector("[type=password]"));
const state = (form) =>
  JSON.stringify([...new FormData(form)].map(([name, value]) => [name, value instanceof File ? value.name : value]));
const cameBack = (form) =>
  form.querySelector("[data-error-summary]") !== null ||
  "unsaved" in form.dataset ||
  ("posted" in document.body.dataset && new URL(form.getAttribute("action"), location).pathname === location.pathname);
const saved = new Map(forms.map((form) => [form, cameBack(form) ? null : state(form)]));
let submitted = null;

const isChanged = () => forms.some((form) => form !== submitted && form.isConnected && state(form) !== saved.get(form));

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
  if (navigator.userActivation?.hasBeenActive === false || !isChanged()) {
    return;
  }
  event.preventDefault();
  // Runs once the question is answered, if by staying.
  setTimeout(() => {
    submitted = null;
  });
});

// The session has expired, and the page would load itself again by way of signing in. What is typed stays:
// it is kept when it is sent.
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.xhr.getResponseHeader("HX-Refresh") && isChanged()) {
    event.preventDefault();
  }
});
