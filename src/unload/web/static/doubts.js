// Sliders of Doubts: what they stand on is said at once, and the picture and the words follow when
// they rest. The form itself stays where it is, so that the focus does too. Without this file a
// button sends it.
"use strict";
(() => {
  const form = document.querySelector("form.suppose");
  if (!form) return;
  const PAUSE_MS = 200;
  const places = new Map([...form.querySelectorAll("[data-places]")].map(
    (slider) => [slider, JSON.parse(slider.dataset.places)]));
  let waiting = null;
  let asked = null;

  const say = (slider) => {
    const text = places.get(slider)[Number(slider.value)];
    form.querySelector(`output[for="${slider.id}"]`).textContent = text;
    slider.setAttribute("aria-valuetext", text);
  };
  const follow = async () => {
    asked?.abort();
    asked = new AbortController();
    const query = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(`${form.action}?${query}`, { credentials: "same-origin", signal: asked.signal });
      if (!answer.ok || answer.redirected) return form.submit();
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of document.querySelectorAll("[data-fresh]")) {
        const made = fresh.getElementById(part.id);
        const open = part.querySelector("details")?.open;
        if (made) part.replaceChildren(...made.childNodes);
        if (open) part.querySelector("details").open = true;
      }
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  };
  form.addEventListener("input", (event) => {
    if (places.has(event.target)) say(event.target);
    clearTimeout(waiting);
    waiting = setTimeout(follow, PAUSE_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    follow();
  });
})();
