// Parts that change by themselves are asked for while the page is looked at; 204 says that nothing is new.
const EVERY = 20_000;

const isInUse = (part) => part.contains(document.activeElement) && document.activeElement !== part;

const refresh = async (part) => {
  const address = new URL(part.dataset.live, location.href);
  address.searchParams.set("mark", part.dataset.mark);
  const answer = await fetch(address, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answer?.ok || answer.status === 204 || answer.redirected || isInUse(part)) return;
  const fresh = document.createElement("template");
  fresh.innerHTML = await answer.text();
  const parts = [...fresh.content.children];
  part.replaceWith(fresh.content);
  for (const one of parts) globalThis.htmx?.process(one);
};

const look = () => {
  if (document.visibilityState !== "visible") return;
  for (const part of document.querySelectorAll("[data-live]")) refresh(part);
};

setInterval(look, EVERY);
document.addEventListener("live:look", look); // now, without waiting for the turn
