// Links and buttons with data-opens="id" open that dialog in place; data-closes closes the one around it.
const opens = (link, event) => {
  const dialog = document.getElementById(link.dataset.opens);
  if (!dialog || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (dialog.open) dialog.close();
  dialog.showModal();
};

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-opens]");
  if (link) return opens(link, event);
  const closer = event.target.closest?.("dialog [data-closes]");
  if (closer?.closest("dialog").open) {
    event.preventDefault();
    closer.closest("dialog").close();
  } else if (event.target instanceof HTMLDialogElement && event.target.open) {
    event.target.close();
  }
});
