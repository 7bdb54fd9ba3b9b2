// Runs before anything is drawn: "as the machine has it" needs the machine's answer.
(() => {
  const root = document.documentElement;
  if (root.dataset.theme !== "auto") {
    return;
  }
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => root.setAttribute("data-bs-theme", dark.matches ? "dark" : "light");
  dark.addEventListener("change", apply);
  apply();
})();
