// One key answers: buttons inside [data-answer-keys] name theirs in data-keys, separated by spaces.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const buttons = document.querySelectorAll("[data-answer-keys] [data-keys]");
  const wanted = [...buttons].find((button) => button.dataset.keys.split(" ").includes(event.key));
  if (!wanted) return;
  event.preventDefault();
  wanted.form.requestSubmit(wanted);
});
