// A question before an act opens in place without scripts; here it also closes on Escape and on its "no".
const close = (details) => {
  details.open = false;
  details.querySelector("summary").focus();
};

document.addEventListener("click", (event) => {
  const keep = event.target.closest?.(".confirm [data-keep]");
  if (!keep) return;
  event.preventDefault();
  close(keep.closest("details"));
});

document.addEventListener("keydown", (event) => {
  const details = event.key === "Escape" && event.target.closest?.(".confirm[open]");
  if (details) close(details);
});
