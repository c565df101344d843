// One key answers: buttons inside [data-answer-keys] name theirs in data-keys, separated by spaces. Where several forms
// may be answered, j and k walk from one to the next, and keys answer only the one that was walked to.
const BACK_AT = "answered by a key at";

const forms = () => [...document.querySelectorAll("[data-answer-keys]")];
const place = (form) => form.closest(".card") ?? form;

const walkedTo = (found) =>
  found.length > 1 || place(found[0]) !== found[0]
    ? found.findIndex((form) => place(form).contains(document.activeElement))
    : 0;

const goTo = (found, at) => {
  const next = place(found[Math.min(Math.max(at, 0), found.length - 1)]);
  next.tabIndex = -1;
  next.focus();
};

const answer = (found, key) => {
  const at = walkedTo(found);
  const buttons = at < 0 ? [] : [...found[at].querySelectorAll("[data-keys]")];
  const wanted = buttons.find((button) => button.dataset.keys.split(" ").includes(key));
  if (!wanted) return false;
  if (place(found[at]) !== found[at]) sessionStorage.setItem(BACK_AT, at);
  wanted.form.requestSubmit(wanted);
  return true;
};

const act = (found, key) => {
  const step = { j: 1, k: -1 }[key];
  if (!step) return answer(found, key);
  goTo(found, walkedTo(found) + step);
  return true;
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  const found = forms();
  if (!found.length || document.querySelector("dialog[open]")) return;
  if (act(found, event.key)) event.preventDefault();
});

const back = sessionStorage.getItem(BACK_AT);
sessionStorage.removeItem(BACK_AT);
if (back !== null && forms().length) goTo(forms(), Number(back));
