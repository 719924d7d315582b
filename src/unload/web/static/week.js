// Week: a session is carried to another day by its handle; letting it go sends the form beside it.
"use strict";
(() => {
  const days = document.querySelector(".days");
  if (!days) return;
  const STARTS_PX = 6, EDGE_PX = 90, SCROLL_PX = 10, BESIDE_PX = 14, SIGN_PX = 240;
  let held = null;
  let dragged = false;

  const option = (row) => {
    const found = row && [...held.select.options].find((way) => way.value === row.dataset.day);
    return found && row !== held.row ? found : null;
  };
  const lift = () => {
    held.row.classList.add("lifted");
    document.body.classList.add("carrying");
    for (const row of days.children) {
      const way = option(row);
      if (way) row.classList.add(way.disabled ? "shut" : "free");
    }
    held.sign = document.createElement("p");
    held.sign.className = "carried";
    held.sign.setAttribute("aria-hidden", "true");
    document.body.append(held.sign);
  };
  const carry = ({ clientX: x, clientY: y }) => {
    if (y < EDGE_PX) scrollBy(0, -SCROLL_PX);
    if (y > innerHeight - EDGE_PX) scrollBy(0, SCROLL_PX);
    held.over?.classList.remove("over");
    held.over = document.elementFromPoint(x, y)?.closest(".days > li") ?? null;
    held.over?.classList.add("over");
    const way = option(held.over);
    const what = document.createElement("b");
    what.textContent = held.row.querySelector("ins").textContent;
    const where = way ? way.dataset.why ?? `${days.dataset.to} ${way.textContent}` : "";
    held.sign.replaceChildren(what, where);
    const left = Math.min(Math.max(x - SIGN_PX, 8), innerWidth - SIGN_PX);
    held.sign.style.transform = `translate(${left}px, ${y + BESIDE_PX}px)`;
  };
  const drop = () => {
    held?.sign?.remove();
    for (const row of days.children) row.classList.remove("lifted", "free", "shut", "over");
    document.body.classList.remove("carrying");
    held = null;
  };

  days.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest(".mover summary");
    if (!handle || !event.isPrimary || event.button) return;
    const select = handle.parentElement.querySelector("select");
    held = { row: handle.closest("li"), select, x: event.clientX, y: event.clientY };
    dragged = false;
    handle.setPointerCapture(event.pointerId);
  });
  days.addEventListener("pointermove", (event) => {
    if (!held) return;
    if (!held.sign) {
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < STARTS_PX) return;
      dragged = true;
      lift();
    }
    carry(event);
  });
  days.addEventListener("pointerup", () => {
    const way = held?.sign ? option(held.over) : null;
    const { select } = held ?? {};
    drop();
    if (!way || way.disabled) return;
    select.value = way.value;
    select.form.requestSubmit();
  });
  days.addEventListener("pointercancel", drop);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") drop();
  });
  // Whoever carried a session did not press its handle.
  days.addEventListener("click", (event) => {
    if (!dragged || !event.target.closest(".mover summary")) return;
    event.preventDefault();
    dragged = false;
  }, true);
})();
