// Light, dark or as the device: kept in a cookie so that the server sends the next page in it at once.
const YEAR = 31536000;
const choice = document.querySelector("[data-theme-choice]");

const show = (theme) => {
  document.documentElement.dataset.theme = theme;
  for (const button of choice.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
};

if (choice) {
  choice.hidden = false;
  choice.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    document.cookie = `theme=${button.value}; path=/; max-age=${YEAR}; samesite=lax`;
    show(button.value);
  });
}
