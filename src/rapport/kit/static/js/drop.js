// A file field inside .drop also takes files and folders that are dropped on it, adding to those already chosen.
const readAll = async (reader) => {
  const found = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return found;
    found.push(...some);
  }
};

const filesIn = async (entry) => {
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  const inside = await readAll(entry.createReader());
  return (await Promise.all(inside.map(filesIn))).flat();
};

const dropped = async (transfer) => {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  return entries.length ? (await Promise.all(entries.map(filesIn))).flat() : [...transfer.files];
};

const size = (bytes) => {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 3);
  return `${(bytes / 1000 ** power).toFixed(power ? 1 : 0)} ${["B", "kB", "MB", "GB"][power]}`;
};

const list = (zone, files) => {
  zone.querySelector(".drop-list").replaceChildren(
    ...[...files].map((file) => {
      const row = document.createElement("li");
      const name = document.createElement("span");
      name.textContent = file.name;
      row.append(name, size(file.size));
      return row;
    }),
  );
};

const add = (zone, field, more) => {
  const all = new DataTransfer();
  for (const file of [...field.files, ...more]) all.items.add(file);
  field.files = all.files;
  list(zone, field.files);
};

for (const zone of document.querySelectorAll(".drop")) {
  const field = zone.querySelector('input[type="file"]');
  field.addEventListener("change", () => list(zone, field.files));
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("is-over");
  });
  zone.addEventListener("dragleave", (event) => {
    if (!zone.contains(event.relatedTarget)) zone.classList.remove("is-over");
  });
  zone.addEventListener("drop", async (event) => {
    event.preventDefault();
    zone.classList.remove("is-over");
    add(zone, field, await dropped(event.dataTransfer));
  });
}
