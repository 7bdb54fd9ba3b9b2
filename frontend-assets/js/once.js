// A form is sent once: the server would answer a second click the same way, this spares the wait.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  form.setAttribute("aria-busy", "true");
});

const again = () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }
};

// Back from the browser's cache, or asked whether to leave and stayed: the form may be sent again.
addEventListener("pageshow", again);
addEventListener("beforeunload", (event) => {
  setTimeout(() => {
    if (event.defaultPrevented) {
      again();
    }
  });
});
