// Check-ins and sessions are put aside on the device before they are sent, and taken away when the
// program has said that it keeps them: a browser that is killed loses none, and a key makes twice the
// same once.
"use strict";
(() => {
  const line = document.getElementById("unsent");
  const form = document.querySelector("form[data-to]");
  const { worker } = document.currentScript.dataset;
  if (navigator.serviceWorker) navigator.serviceWorker.register(worker, { scope: "/" }).catch(() => {});
  // The day's steps are kept for a place without a connection, and no longer than they are wanted.
  window.forgetDay = async () => {
    for (const name of await window.caches?.keys() ?? []) {
      await (await caches.open(name)).delete("/work-it-out/");
    }
  };
  if (!line || !window.indexedDB || !window.crypto?.randomUUID) return;

  const opened = new Promise((done, failed) => {
    const asking = indexedDB.open("unload", 1);
    asking.onupgradeneeded = () => asking.result.createObjectStore("unsent", { keyPath: "key" });
    asking.onsuccess = () => done(asking.result);
    asking.onerror = () => failed(asking.error);
  });
  const store = async (mode, act) => {
    const work = (await opened).transaction("unsent", mode, { durability: "strict" });
    const asking = act(work.objectStore("unsent"));
    return new Promise((done, failed) => {
      work.oncomplete = () => done(asking.result);
      work.onerror = work.onabort = () => failed(work.error);
    });
  };
  const all = () => store("readonly", (kept) => kept.getAll());
  const drop = (key) => store("readwrite", (kept) => kept.delete(key));

  const say = (text, refused = false) => {
    line.hidden = !text;
    line.className = refused ? "fault" : "said";
    line.textContent = text;
  };
  const count = async () => {
    const waiting = (await all()).length;
    const text = waiting === 1 ? line.dataset.one : line.dataset.many.replace("#", waiting);
    say(waiting ? text : "");
    return waiting;
  };

  // The token of a page of ours; without one there is nobody signed in, and everything waits.
  const token = async () => {
    const there = document.querySelector("[name=csrfmiddlewaretoken]");
    if (there) return there.value;
    const page = await fetch(line.dataset.from, { credentials: "same-origin" });
    const found = /name="csrfmiddlewaretoken" value="([^"]+)"/.exec(await page.text());
    return page.redirected ? null : found?.[1];
  };

  // Send what waits, oldest first. True where all of it is kept; a refusal is said and not repeated.
  let sending = null;
  const send = () => (sending ??= sendAll().finally(() => { sending = null; }));
  const sendAll = async () => {
    const waiting = (await all()).sort((one, other) => one.at - other.at);
    let refused = "";
    try {
      const proof = waiting.length ? await token() : "";
      for (const { key, to, body } of proof ? waiting : []) {
        const answer = await fetch(to, {
          method: "POST", body: new URLSearchParams(body), credentials: "same-origin",
          redirect: "error", headers: { "X-CSRFToken": proof },
        });
        if (answer.status === 400) {
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          refused = page.querySelector("[role=alert]")?.textContent ?? "";
        } else if (answer.status !== 204) break;
        await drop(key);
      }
    } catch {
      // No connection: it waits.
    }
    const left = await count();
    if (refused) say(refused, true);
    return !left && !refused;
  };

  const today = () => {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  };
  form?.addEventListener("submit", async (event) => {
    if (event.submitter?.matches("[data-here]")) return;
    event.preventDefault();
    // A session has its own key, however often it is sent; answers over answers are new ones.
    const key = form.matches("[data-once]") ? form.elements.key.value : crypto.randomUUID();
    const body = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken" && name !== "key");
    body.push(["key", key], ["day", form.dataset.day || today()]);
    try {
      await store("readwrite", (kept) => kept.put({ key, to: form.dataset.to, at: Date.now(), body }));
      form.dispatchEvent(new Event("aside"));
    } catch {
      // There is no room on the device: it goes as a plain form.
      form.submit();
      return;
    }
    // Asks the browser not to make room by dropping it.
    navigator.storage?.persist?.();
    if (await send()) location.assign(form.dataset.then);
    else line.scrollIntoView({ block: "center" });
  });
  document.addEventListener("submit", async (event) => {
    if (!event.target.matches("[data-leaves]") || event.target.dataset.sure) return;
    event.preventDefault();
    if ((await all()).length && !window.confirm(line.dataset.leave)) return;
    await window.forgetDay();
    window.localStorage?.clear();
    event.target.dataset.sure = "1";
    event.target.submit();
  });

  window.addEventListener("online", send);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); });
  send();
})();
