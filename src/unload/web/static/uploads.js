// Imports: files and folders go in portions that survive a break; then their reading is watched.
"use strict";
(() => {
  const progress = document.getElementById("progress");
  const board = document.getElementById("sending");
  const form = document.querySelector("form.drop");
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const to = form.dataset;
  const PORTION = Number(to.bytes);
  const AT_ONCE = 2; // a server of four threads has two left for pages
  const ASKED_AT_ONCE = 200;
  const WAITS_MS = [1000, 2000, 5000, 15000];
  const MB = 1e6;

  // What the server refuses stays refused; anything else is a break in the line, and passes.
  class Refused extends Error {}
  class SignedOut extends Refused {}
  let stop = new AbortController();
  let busy = false;
  const files = [];

  const [bar, alarm, leftOut] = ["progress", "[role=alert]", ".left-out"].map((one) => board.querySelector(one));
  const warn = (text) => {
    alarm.hidden = !text;
    alarm.textContent = text;
    alarm.className = text === board.dataset.away ? "said" : "fault";
  };
  const show = () => {
    const at = files.reduce((sum, file) => sum + file.at, 0);
    const size = files.reduce((sum, file) => sum + file.blob.size, 0);
    const told = {
      at: (at / MB).toFixed(1), size: (size / MB).toFixed(1), files: files.length,
      whole: files.filter((file) => file.at === file.blob.size).length,
    };
    board.querySelector(".count").textContent = board.dataset.says.replace(/\{(\w+)\}/g, (_all, name) => told[name]);
    bar.value = size ? at / size : 0;
  };
  const leaveOut = (file, reason) => {
    if (files.includes(file)) files.splice(files.indexOf(file), 1);
    const line = document.createElement("li");
    const name = document.createElement("strong");
    name.textContent = file.said;
    line.append(name, `: ${reason}`);
    leftOut.append(line);
    show();
  };

  const post = async (address, fields = []) => {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    const answer = await fetch(address, {
      method: "POST", body, headers: { "X-CSRFToken": token }, credentials: "same-origin",
      redirect: "manual", signal: stop.signal,
    });
    if (answer.ok || (answer.type === "opaqueredirect" && address === to.read)) return answer;
    if (answer.type === "opaqueredirect") throw new SignedOut(board.dataset.out);
    if (answer.status >= 500) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    throw new Refused(page.querySelector("[role=alert], .below")?.textContent ?? answer.statusText);
  };
  // A portion that was taken and not acknowledged may go again: the server knows it.
  const patiently = async (address, fields) => {
    for (let tries = 0; ; tries += 1) {
      try {
        const answer = await post(address, fields);
        warn("");
        return answer;
      } catch (error) {
        if (error instanceof Refused || stop.signal.aborted) throw error;
        warn(board.dataset.away);
        await new Promise((go) => {
          setTimeout(go, WAITS_MS[Math.min(tries, WAITS_MS.length - 1)]);
          window.addEventListener("online", go, { once: true });
          stop.signal.addEventListener("abort", go, { once: true });
        });
      }
    }
  };

  const about = ({ said, blob }) => [["said", said], ["size", blob.size], ["changed", blob.lastModified]];
  // Where to go on; a file that is not taken is left out, and the others go their way.
  const ask = async (asked) => {
    const answer = await (await patiently(to.begin, asked.flatMap(about))).json();
    answer.files.forEach(({ received, refused }, number) => {
      if (refused) leaveOut(asked[number], refused);
      else asked[number].at = received;
    });
  };
  const digest = async (content) => {
    if (!window.crypto?.subtle) return ""; // a page that came neither from here nor by https
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const send = async (file) => {
    while (file.at < file.blob.size) {
      const portion = file.blob.slice(file.at, file.at + PORTION);
      const content = await portion.arrayBuffer();
      const fields = [...about(file), ["at", file.at], ["digest", await digest(content)], ["content", portion, "portion"]];
      file.at = (await (await patiently(to.portion, fields)).json()).received;
      show();
    }
  };
  const sendOne = async (file) => {
    try {
      await send(file);
    } catch (error) {
      if (stop.signal.aborted || error instanceof SignedOut) throw error;
      leaveOut(file, error instanceof Refused ? error.message : board.dataset.unreadable);
    }
  };
  const sendAll = async (brought) => {
    stop = new AbortController();
    const held = brought.map(([said, blob]) => ({ said, blob, at: 0 }));
    files.splice(0, files.length, ...held.filter((file) => file.blob));
    for (const file of held) if (!file.blob) leaveOut(file, board.dataset.unreadable);
    for (const part of [form, ...board.querySelectorAll("button, progress")]) part.hidden = part === form;
    show();
    const told = [...files];
    for (let at = 0; at < told.length; at += ASKED_AT_ONCE) await ask(told.slice(at, at + ASKED_AT_ONCE));
    const waiting = [...files];
    const one = async () => {
      for (let file = waiting.shift(); file; file = waiting.shift()) await sendOne(file);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    if (files.length) await patiently(to.read);
  };

  // Ask once a second while something is being read; what was left out stays to be seen.
  const watch = async () => {
    if (!progress.querySelector("[data-again]")) return;
    const answer = await fetch(progress.dataset.from, { credentials: "same-origin" }).catch(() => null);
    if (answer?.ok) progress.innerHTML = await answer.text();
    if (progress.querySelector("[data-again]")) setTimeout(watch, 1000);
    else if (!leftOut.children.length) location.reload();
  };
  const bring = async (brought) => {
    if (busy) return; // one after the other
    busy = true;
    leftOut.replaceChildren();
    warn("");
    board.hidden = false;
    try {
      if (!brought.length) throw new Refused(board.dataset.empty);
      await sendAll(brought);
      const answer = files.length && await fetch(progress.dataset.from, { credentials: "same-origin" });
      if (answer) progress.innerHTML = await answer.text();
      if (answer && !progress.querySelector("[data-again]") && !leftOut.children.length) location.reload();
      setTimeout(watch, 1000);
    } catch (error) {
      if (stop.signal.aborted) location.reload();
      else warn(error.message);
      stop.abort();
    }
    busy = false;
    form.hidden = false;
    board.querySelector("button").hidden = true;
    board.querySelector("progress").hidden = true;
    if (!leftOut.children.length && alarm.hidden) board.hidden = true;
  };

  // Every file under what was dragged in; a browser gives a folder a hundred at a time.
  const hidden = (name) => name.startsWith(".");
  const under = async (entry) => {
    if (hidden(entry.name)) return [];
    if (entry.isFile) {
      const blob = await new Promise((done) => { entry.file(done, () => done(null)); });
      return [[entry.fullPath, blob]];
    }
    const found = [];
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done) => { reader.readEntries(done, () => done(null)); });
      if (!some) return [...found, [entry.fullPath, null]];
      if (!some.length) return found;
      for (const each of some) found.push(...await under(each));
    }
  };
  const dragged = async (items) => {
    // Both are asked for at once: what was dragged is gone when the event is over.
    const held = [...items].filter((item) => item.kind === "file")
      .map((item) => [item.webkitGetAsEntry?.(), item.getAsFile()]);
    const found = await Promise.all(held.map(async ([entry, blob]) => {
      if (entry?.isDirectory) return under(entry);
      return blob && !hidden(blob.name) ? [[blob.name, blob]] : [];
    }));
    return found.flat();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    bring([...form.querySelector("[type=file]").files].map((blob) => [blob.name, blob]));
  });
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("over");
  });
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    form.classList.remove("over");
    bring(await dragged(event.dataTransfer.items));
  });
  board.querySelector("button").addEventListener("click", () => stop.abort());
  setTimeout(watch, 1000);
})();
