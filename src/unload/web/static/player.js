// The player: shows where a session stands, says and sounds it, and writes down what happened when.
"use strict";
(() => {
  const player = document.getElementById("player");
  const form = document.querySelector("form.workout");
  if (!player?.showModal || !form) return;
  const given = JSON.parse(player.dataset.play);
  const { steps, says } = given;
  const start = form.querySelector(".start");
  const after = form.querySelector(".after");
  const map = document.querySelector(".workout .map");
  const place = map && document.createComment("the map");
  const shown = (name) => player.querySelector(`[data-says="${name}"]`);
  const put = (name, text) => {
    const there = shown(name);
    if (there.textContent !== text) there.textContent = text;
  };
  const way = (name) => player.querySelector(`[data-way="${name}"]`);

  // Seconds are counted in parts of 1024, which add up without rounding here and where the log is
  // played again. A phone that slept does not run the session away.
  const PARTS = 1024, TICK_MS = 250, TICK_MOST_S = 2, LAST_S = 3, KEPT_EACH_S = 5;
  let play = null, log = [], since = 0, last = 0, spare = 0, timer = null, mark = "", beeped = 0, kept = "";

  // A browser that is killed half way begins again here, a few seconds before.
  const answers = [...form.querySelectorAll("[data-known]")];
  const keep = () => {
    if (!play) return;
    kept = `${log.length} ${Math.floor(since / KEPT_EACH_S)}`;
    const { day, routine } = given, before = answers.map((told) => told.value);
    Begun.keep({ day, routine, key: form.elements.key.value, before, log, since });
  };

  // Sound, voice, vibration and a screen that stays on, each where the device has it.
  let sounds = null;
  const beep = (pitch, length_s) => {
    if (!way("sound").checked || !window.AudioContext) return;
    sounds ??= new AudioContext();
    const [tone, gain, now] = [sounds.createOscillator(), sounds.createGain(), sounds.currentTime];
    tone.frequency.value = pitch;
    gain.gain.setValueAtTime(0.2, now);
    gain.gain.exponentialRampToValueAtTime(0.001, now + length_s);
    tone.connect(gain).connect(sounds.destination);
    tone.start(now);
    tone.stop(now + length_s);
  };
  // Only a voice that lives on the device: others would send the words away.
  const voice = () => window.speechSynthesis?.getVoices()
    .find((one) => one.localService && one.lang.startsWith(document.documentElement.lang));
  const speak = (text) => {
    window.speechSynthesis?.cancel();
    if (!way("voice").checked || !voice()) return;
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice();
    window.speechSynthesis.speak(said);
  };
  const shake = (pattern) => { if (way("shake").checked) navigator.vibrate?.(pattern); };
  const offered = () => {
    way("voice").closest("label").hidden = !voice();
    way("sound").closest("label").hidden = !window.AudioContext;
    way("shake").closest("label").hidden = !navigator.vibrate || !matchMedia("(pointer: coarse)").matches;
  };
  let awake = null;
  const stayAwake = async () => {
    try {
      if (player.open && !document.hidden) awake = await navigator.wakeLock?.request("screen");
    } catch {
      // The device saves power: it says so itself.
    }
  };
  const sleepAgain = () => { awake?.release(); awake = null; };

  // What is seen.
  const clock = (seconds) => {
    const whole = Math.ceil(seconds);
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  };
  const round = () => {
    const step = steps[play.at];
    return step.sets - Math.max(Math.ceil(play.left / step.seconds), 1);
  };
  const point = () => {
    if (!map) return;
    const { region, side } = steps[play.at];
    const sides = side === "both" ? ["left", "right"] : [side];
    map.querySelectorAll(".at").forEach((one) => one.classList.remove("at"));
    const wanted = sides.map((one) => `[data-region="${region}"][data-side="${one}"]`).join();
    const views = [...map.querySelectorAll(".view")];
    const here = views.find((view) => view.querySelector(wanted));
    views.forEach((view) => { view.hidden = view !== here; });
    here?.querySelectorAll(wanted).forEach((one) => one.classList.add("at"));
  };
  const draw = () => {
    const step = steps[play.at], asking = play.phase === "asking";
    const changing = (asking ? play.held : play.phase) === "change";
    const sets = changing ? 0 : round();
    const left = changing ? play.left : play.left - (step.sets - sets - 1) * step.seconds;
    put("step", step.number);
    put("rest", says.rest.replace("#", clock(Play.rest(play, given))));
    put("title", changing ? step.change : step.title);
    put("round", changing ? step.title : step.rounds[sets]);
    put("clock", clock(left));
    put("how", step.how);
    put("limit", play.eased.includes(play.at) ? step.eased : step.limit);
    const following = Play.following(play, given);
    const begun = log.length > 0;
    const comes = following === undefined ? says.last : steps[following].next;
    put("next", play.paused ? (begun ? says.paused : says.ready) : comes);
    put("question", asking ? steps[play.hurts.at(-1)].hurts : "");
    put("pause", play.paused ? (begun ? says.go_on : says.start) : says.pause);
    player.classList.toggle("waits", play.paused || asking);
    player.querySelector(".asking").hidden = !asking;
    player.querySelector(".keys").hidden = asking;
    const bar = player.querySelector("progress");
    bar.value = 1 - Play.rest(play, given) / Play.rest(Play.begun(given), given);
  };

  // What is told where something new begins.
  const tell = () => {
    const told = Play.over(play) ? play.phase : `${play.at} ${play.phase} ${play.phase === "work" ? round() : ""}`;
    if (told === mark) return;
    const [was, step] = [mark, steps[play.at]];
    mark = told;
    beeped = 0;
    if (play.phase === "stopped" || play.phase === "quit") return;
    const fresh = was.split(" ")[0] !== String(play.at);
    const text = {
      work: fresh ? step.spoken : [step.title, step.rounds[round()]].join(". "),
      change: step.change,
      asking: steps[play.hurts.at(-1) ?? 0].hurts,
      done: says.done,
    }[play.phase];
    put("live", text);
    speak(text);
    point();
    if (play.phase === "asking") return;
    if (was) beep(play.phase === "work" ? 880 : 587, 0.4);
    if (was) shake(play.phase === "work" ? [200] : [100, 100, 100]);
  };
  const countDown = () => {
    const step = steps[play.at];
    const left = play.phase === "work" ? play.left % step.seconds : play.left;
    const seconds = Math.ceil(left);
    if (play.paused || play.phase === "asking" || seconds > LAST_S || seconds === beeped) return;
    beeped = seconds;
    if (seconds) beep(440, 0.1);
  };

  // What happens.
  const tick = () => {
    const now = performance.now();
    spare += Math.min((now - last) / 1000, TICK_MOST_S) * PARTS;
    last = now;
    const seconds = Math.floor(spare) / PARTS;
    spare -= Math.floor(spare);
    since += seconds;
    play = Play.ticked(play, given, seconds);
    goOn();
  };
  const press = (name) => {
    if (!player.open) return;
    tick();
    // That second may have been the last.
    if (!play) return;
    log.push([since, name]);
    since = 0;
    play = Play.pressed(play, given, name);
    goOn();
    if (!play) return;
    if (play.phase === "asking") player.querySelector('[data-press="no"]').focus();
    else if (name === "no") player.querySelector('[data-press="pause"]').focus();
  };
  const goOn = () => {
    tell();
    if (kept !== `${log.length} ${Math.floor(since / KEPT_EACH_S)}`) keep();
    if (Play.over(play)) return end();
    countDown();
    draw();
  };
  const leave = () => {
    clearInterval(timer);
    timer = null;
    sleepAgain();
    if (player.open) player.close();
    if (map && place.parentNode) {
      place.replaceWith(map);
      map.querySelectorAll(".view").forEach((view) => { view.hidden = !view.querySelector(".sore"); });
      map.querySelectorAll(".at").forEach((one) => one.classList.remove("at"));
    }
  };
  const end = () => {
    const { phase } = play;
    keep();
    log.push([since, ""]);
    form.elements.log.value = JSON.stringify(log);
    leave();
    play = null;
    start.hidden = true;
    after.hidden = false;
    const asks = after.querySelector("select");
    if (phase === "stopped") {
      document.querySelector(".stopped").hidden = false;
      document.querySelector(".listed").hidden = true;
      after.hidden = true;
      window.speechSynthesis?.cancel();
      window.forgetDay?.();
    }
    if (phase === "stopped" || !asks) form.requestSubmit();
    else after.querySelector("h2").focus();
  };
  // Whoever let a second go by without pausing is found paused.
  const pause = () => {
    if (play.paused || play.phase === "asking" || Play.over(play)) return;
    log.push([since, "pause"]);
    since = 0;
    play = Play.pressed(play, given, "pause");
  };
  const begin = () => {
    if (!play) {
      [play, log, since, mark] = [Play.begun(given), [], 0, ""];
      if (window.crypto?.randomUUID) form.elements.key.value = crypto.randomUUID();
    }
    if (map) {
      map.replaceWith(place);
      player.querySelector(".figure").append(map);
    }
    [last, spare] = [performance.now(), 0];
    player.showModal();
    offered();
    timer = setInterval(tick, TICK_MS);
    stayAwake();
    goOn();
    point();
    player.querySelector('[data-press="pause"]').focus();
  };

  start.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches(".anew")) {
      play = null;
      button.hidden = true;
      Begun.drop();
    }
    const worse = answers.some((told) => told.value !== "" && Number(told.value) > Number(told.dataset.known));
    // What got worse may call for a question, or for a step less.
    if (worse && navigator.onLine) return;
    event.preventDefault();
    if (worse) form.querySelector(".worse").hidden = false;
    else begin();
  });
  player.addEventListener("click", (event) => {
    const button = event.target.closest("[data-press]");
    if (button) press(button.dataset.press);
  });
  const KEYS = { " ": "pause", p: "pause", n: "skip", s: "skip", ArrowRight: "skip", b: "back", ArrowLeft: "back", h: "hurts", q: "quit" };
  const ANSWERS = { y: "yes", n: "no" };
  player.addEventListener("keydown", (event) => {
    const here = event.target;
    if (event.ctrlKey || event.altKey || event.metaKey || here.matches("input")) return;
    const name = (play?.phase === "asking" ? ANSWERS : KEYS)[event.key];
    if (!name || (event.key === " " && here.matches("button:not([data-press=pause])"))) return;
    event.preventDefault();
    if (!event.repeat) press(name);
  });
  // Escape puts it aside, and nothing of it is lost.
  player.addEventListener("close", () => {
    if (!play) return;
    pause();
    keep();
    leave();
    window.speechSynthesis?.cancel();
    start.querySelector("button").textContent = says.go_on;
    start.querySelector("button").focus();
  });
  document.addEventListener("visibilitychange", stayAwake);
  document.addEventListener("visibilitychange", () => { if (document.hidden) keep(); });
  // It is let go where it is put aside to be sent, which needs what unsent.js needs.
  form.addEventListener(window.indexedDB && window.crypto?.randomUUID ? "aside" : "submit", Begun.drop);
  window.speechSynthesis?.addEventListener?.("voiceschanged", offered);

  const ways = [...player.querySelectorAll("[data-way]")], liked = Begun.ways();
  for (const one of ways) one.checked = liked[one.dataset.way] ?? true;
  player.addEventListener("change", () => {
    Begun.keepWays(Object.fromEntries(ways.map((one) => [one.dataset.way, one.checked])));
  });

  const found = Begun.found(given);
  if (!found) return;
  play = Begun.walked(found, given);
  ({ log, since } = found);
  form.elements.key.value = found.key;
  // What was told before it was looked at then.
  answers.forEach((told, n) => {
    told.value = found.before[n] ?? "";
    told.dataset.known = Math.max(told.dataset.known, told.value);
  });
  form.querySelector("#before").textContent = says.before;
  if (Play.over(play)) return end();
  pause();
  start.querySelector("button").textContent = says.resume.replace("#", steps[play.at].number);
  start.querySelector(".anew").hidden = false;
})();
