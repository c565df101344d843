// Buttons with data-copy="text" put that text on the clipboard and say so for a moment. Hidden where this cannot be.
const MOMENT = 2000;

const reveal = (root) => {
  for (const button of root.querySelectorAll("[data-copy][hidden]")) button.hidden = false;
};

if (navigator.clipboard) {
  reveal(document);
  document.addEventListener("htmx:afterSwap", (event) => reveal(event.target));
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    const word = button.querySelector("span") ?? button;
    const before = word.textContent;
    word.textContent = button.dataset.copied;
    setTimeout(() => (word.textContent = before), MOMENT);
  });
}
