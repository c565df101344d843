// Where no zone was chosen yet, propose the one this device is in. It is kept only when the form is sent.

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

for (const field of document.querySelectorAll("[data-zone]")) {
  const isUnset = field.value === "" || field.value === "UTC";
  const isKnown = field.tagName !== "SELECT" || [...field.options].some((option) => option.value === here);
  if (here && isUnset && isKnown) field.value = here;
}
