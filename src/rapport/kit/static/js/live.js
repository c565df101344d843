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
  part.replaceWith(fresh.content);
};

setInterval(() => {
  if (document.visibilityState !== "visible") return;
  for (const part of document.querySelectorAll("[data-live]")) refresh(part);
}, EVERY);
