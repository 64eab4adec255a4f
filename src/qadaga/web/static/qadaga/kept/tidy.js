// On every page while this device keeps a list: what is not the signed-in person's goes, unsent answers are shown.
import { all, remove, unsent } from "./store.js";

const bar = document.querySelector("[data-kept-bar]");
const DAY = 24 * 60 * 60 * 1000;
const lists = await all();
const waiting = lists.filter(unsent);

// A day after it was taken along, and not before the day of the visit is over.
function old(list) {
  const day = list.planned_on ? new Date(`${list.planned_on}T00:00`).getTime() : 0;
  return Date.now() > Math.max(Date.parse(list.kept_at), day) + DAY;
}

for (const list of lists) {
  // Signed out, another appointment, its day gone by: nothing of the list stays but what was never sent.
  if (!unsent(list) && (old(list) || list.owner !== bar.dataset.hat)) await remove(list.visit);
}
if (waiting.length) {
  document.getElementById("main").prepend(bar);
  bar.className = "q-alarm q-alarm-warning";
  bar.hidden = false;
}
if (waiting.some((list) => list.owner === bar.dataset.hat)) {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-leaves]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    location.assign(bar.href);
  }, true);
}
