// The slider under the body: what was sore week by week, marked on the map that is there.
"use strict";
(() => {
  const past = document.querySelector(".past");
  if (!past) return;
  const weeks = JSON.parse(past.dataset.weeks);
  const range = past.querySelector("input");
  const [days, told] = past.querySelector(".told").children;
  const views = [...document.querySelectorAll(".map svg")];
  const name = (region) => `${region.dataset.region}:${region.dataset.side}`;
  const show = () => {
    const week = weeks[weeks.length - 1 - range.value];
    days.textContent = week.days;
    told.textContent = week.told;
    range.setAttribute("aria-valuetext", week.days);
    for (const view of views) {
      view.setAttribute("aria-label", `${view.getAttribute("aria-label").split(":")[0]}: ${week.told}`);
      for (const region of view.querySelectorAll(".region")) {
        region.classList.toggle("sore", week.marks.includes(name(region)));
      }
    }
  };
  range.addEventListener("input", show);
  show();
})();
