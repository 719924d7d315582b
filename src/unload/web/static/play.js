// Where a session stands after an event. It goes as science/player.py does, which has the last word:
// the page sends what happened, and what is kept is what that comes to there. A test in a browser
// walks both through the same events.
"use strict";
const Play = (() => {
  const OVER = ["done", "quit", "stopped"];
  const BEFORE = -1, AFTER = 1;
  const total = (step) => step.sets * step.seconds;

  // The steps on one side of a place, the nearest first, without regions that were left out.
  const from = (play, { steps }, at, way) => {
    const places = steps.map((step, n) => n).filter((n) => (n - at) * way > 0);
    const open = places.filter((n) => !play.out.includes(steps[n].region));
    return way === AFTER ? open : open.reverse();
  };
  const working = (play, { steps }, at) => ({ ...play, at, phase: "work", left: total(steps[at]) });
  const next = (play, given) => {
    const [ahead] = from(play, given, play.at, AFTER);
    if (ahead === undefined) return { ...play, phase: "done", left: 0 };
    const change = given.changes[play.at][ahead];
    return change > 0 ? { ...play, at: ahead, phase: "change", left: change } : working(play, given, ahead);
  };
  const back = (play, given) => {
    const [behind] = from(play, given, play.at, BEFORE);
    const fresh = play.phase === "change" || total(given.steps[play.at]) - play.left < 1;
    return working(play, given, fresh && behind !== undefined ? behind : play.at);
  };
  const asking = (play, given) => {
    const [behind] = from(play, given, play.at, BEFORE);
    const step = play.phase === "change" && behind !== undefined ? behind : play.at;
    return { ...play, phase: "asking", held: play.phase, hurts: [...play.hurts, step] };
  };
  const answered = (play, given, press) => {
    if (press === "yes") return { ...play, phase: "stopped" };
    if (press !== "no") return play;
    const step = play.hurts.at(-1);
    const { region } = given.steps[step];
    if (play.hurts.filter((one) => one === step).length < 2) {
      return { ...play, phase: play.held, eased: [...play.eased, step] };
    }
    const without = { ...play, out: [...play.out, region] };
    const here = without.out.includes(given.steps[play.at].region);
    return here ? next(without, given) : { ...without, phase: play.held };
  };

  const begun = (given) => ({
    at: 0, left: total(given.steps[0]), phase: "work", held: "work", paused: true,
    hurts: [], eased: [], out: [],
  });
  const pressed = (play, given, press) => {
    if (OVER.includes(play.phase)) return play;
    if (play.phase === "asking") return answered(play, given, press);
    switch (press) {
      case "quit": return { ...play, phase: "quit" };
      case "pause": return { ...play, paused: !play.paused };
      case "skip": return play.phase === "change" ? working(play, given, play.at) : next(play, given);
      case "back": return back(play, given);
      case "hurts": return asking(play, given);
      default: return play;
    }
  };
  const ticked = (before, given, seconds) => {
    let [play, rest] = [before, seconds];
    if (play.paused || play.phase === "asking") return play;
    while (!OVER.includes(play.phase) && rest >= play.left) {
      rest -= play.left;
      play = play.phase === "change" ? working(play, given, play.at) : next(play, given);
    }
    return OVER.includes(play.phase) ? play : { ...play, left: play.left - rest };
  };

  // The seconds that are still to come, with the changes of tools.
  const rest = (play, given) => {
    if (OVER.includes(play.phase)) return 0;
    const ahead = from(play, given, play.at, AFTER);
    const changing = (play.phase === "asking" ? play.held : play.phase) === "change";
    let [sum, here] = [play.left + (changing ? total(given.steps[play.at]) : 0), play.at];
    for (const step of ahead) {
      sum += given.changes[here][step] + total(given.steps[step]);
      here = step;
    }
    return sum;
  };
  const following = (play, given) => from(play, given, play.at, AFTER)[0];
  const over = (play) => OVER.includes(play.phase);
  return { begun, pressed, ticked, rest, following, over };
})();
