// The keys: n adds, / searches, ? tells the keys, g then t goes to Today, g then p to the people.
const GOES = { t: "today", p: "people" };
let waiting = 0;

const isTyping = (element) =>
  element.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName);

const press = (selector) => {
  const found = [...document.querySelectorAll(selector)].find((element) => element.checkVisibility());
  found?.click();
  return Boolean(found);
};

const search = () => {
  const field = [...document.querySelectorAll('[data-key="/"]')].find((element) => element.checkVisibility());
  if (!field) return press("a.tool[href]");
  field.focus();
  field.select();
  return true;
};

const go = (key) => press(`a:has(> .icon-${GOES[key]})`);

const act = (key) => {
  if (waiting && key in GOES) return go(key);
  if (key === "n") return press('[data-opens="quick"]');
  if (key === "/") return search();
  if (key === "?") return press('[data-opens="keyboard"]');
  return false;
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  if (act(event.key)) event.preventDefault();
  waiting = event.key === "g" ? setTimeout(() => (waiting = 0), 1500) : 0;
});
