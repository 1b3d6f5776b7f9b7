{
  const off = "assent-keys-off";
  const dialog = document.getElementById("keys");
  const links = () => [...document.querySelectorAll(".data tbody th a")];
  const typing = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;
  const step = (by) => {
    const rows = links();
    const at = rows.indexOf(document.activeElement);
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
    if (next) next.focus();
  };
  const acts = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => (document.querySelector("main [data-key='/']") ?? document.querySelector("[data-key='/']"))?.focus(),
    "?": () => dialog.showModal(),
  };
  const opener = document.getElementById("keys-open");
  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());
  const choice = dialog.querySelector("input");
  choice.checked = localStorage.getItem(off) === null;
  choice.addEventListener("change", () => {
    if (choice.checked) localStorage.removeItem(off);
    else localStorage.setItem(off, "1");
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open || typing(event.target)) return;
    if (localStorage.getItem(off) !== null || !Object.hasOwn(acts, event.key)) return;
    event.preventDefault();
    acts[event.key]();
  });
}
