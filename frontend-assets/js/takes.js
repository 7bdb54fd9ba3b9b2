// Whoever changes a value means to accept it.
document.querySelector("[data-takes]")?.addEventListener("input", (event) => {
  const box = event.target.closest(".finding")?.querySelector('input[type="checkbox"]');
  if (box && box !== event.target) {
    box.checked = true;
  }
});
