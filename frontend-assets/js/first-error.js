// After a form came back with something to mend, the summary of it is where reading starts.
document.querySelector("[data-error-summary]")?.focus();
