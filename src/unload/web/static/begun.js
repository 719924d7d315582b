// What the device keeps of a session that was begun: which one, when which button was pressed and
// the numbers told before it, no name of any place; and whether it is spoken, sounds and shakes.
"use strict";
const Begun = (() => {
  const SESSION = "session", WAYS = "ways";
  const read = (name) => {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch {
      return null;
    }
  };
  const write = (name, told) => {
    try {
      localStorage.setItem(name, JSON.stringify(told));
    } catch {
      // There is no room on the device, or none is given: it plays without.
    }
  };
  const drop = () => { try { localStorage.removeItem(SESSION); } catch { /* Nothing was kept. */ } };
  // The session of this day and of these very steps. One of another day goes.
  const found = ({ day, routine }) => {
    const kept = read(SESSION);
    if (kept && kept.day !== day) drop();
    return kept?.day === day && kept.routine === routine ? kept : null;
  };
  // Where it stands once more.
  const walked = ({ log, since }, given) => {
    const play = log.reduce(
      (at, [seconds, press]) => Play.pressed(Play.ticked(at, given, seconds), given, press), Play.begun(given),
    );
    return Play.ticked(play, given, since);
  };
  return {
    found, walked, drop, keep: (told) => write(SESSION, told),
    ways: () => read(WAYS) ?? {}, keepWays: (ways) => write(WAYS, ways),
  };
})();
