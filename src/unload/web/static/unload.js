// What needs a script on every page: the body map of the check-in, and the menu of a phone.
"use strict";
document.documentElement.classList.add("scripted");

// Body map: a tap puts the place into the first free row, a second tap takes it out again.
const spots = document.querySelector(".spots");
if (spots) {
  const rows = [...spots.querySelectorAll(".place select")];
  const name = (region) => `${region.dataset.region}:${region.dataset.side}`;
  const mark = () => {
    for (const row of rows) {
      row.closest(".spot").querySelector("[name^=pain]").required = Boolean(row.value);
    }
    const chosen = new Set(rows.flatMap((row) => {
      const [place, side] = row.value.split(":");
      return side === "both" ? [`${place}:left`, `${place}:right`] : [row.value];
    }));
    for (const region of spots.querySelectorAll(".region")) {
      region.setAttribute("aria-checked", String(chosen.has(name(region))));
    }
  };
  const toggle = (region) => {
    const held = rows.find((row) => row.value === name(region));
    const row = held ?? rows.find((free) => !free.value);
    if (!row) return;
    row.value = held ? "" : name(region);
    mark();
    if (!held) row.closest(".spot").scrollIntoView({ block: "nearest" });
  };
  spots.addEventListener("click", (event) => {
    const region = event.target.closest(".region");
    if (region) toggle(region);
  });
  spots.addEventListener("keydown", (event) => {
    const region = event.target.closest(".region");
    if (region && (event.key === " " || event.key === "Enter")) {
      event.preventDefault();
      toggle(region);
    }
  });
  spots.addEventListener("change", mark);
  mark();
}

// The menu of a phone closes when one looks elsewhere.
const more = document.querySelector("details.more");
document.addEventListener("click", (event) => {
  if (more?.open && !more.contains(event.target)) more.open = false;
});
more?.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !more.contains(event.relatedTarget)) more.open = false;
});
// Escape closes what lies over the page: that menu, and the list of days of a session.
document.addEventListener("keydown", (event) => {
  const over = event.key === "Escape" && document.querySelector("details:is(.more, .mover)[open]");
  if (over) {
    over.open = false;
    over.querySelector("summary").focus();
  }
});
