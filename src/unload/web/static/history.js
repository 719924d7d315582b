// History: draws the table of the weeks as one chart, and walks through it by key, tap and pointer.
"use strict";
const table = document.querySelector(".weeks").tBodies[0].rows; // the newest week first
const count = table.length;
const row = (week) => table[count - 1 - week];
const heads = [...document.querySelectorAll(".weeks thead th")].map((head) => head.textContent);
const years = document.querySelector(".years");
const place = document.querySelector(".chart");
const reading = document.querySelector(".reading");
const WEEK_S = 7 * 86400;
const LANE = 0.18; // of the height above it, for the sore days below the line
const CLOSER = 0.5, LEAST_WEEKS = 8;

// Nothing is computed here: a value is a number, or empty where it is not known.
const column = (name) => place.dataset[name].split(",").map((told) => (told === "" ? null : Number(told)));
const [load, slow, sore] = ["load", "slow", "sore"].map(column);
const oldest = Date.parse(row(0).querySelector("time").dateTime) / 1000;
const starts = load.map((_, week) => oldest + week * WEEK_S);
const kinds = load.map((_, week) => row(week).className);
const most = Math.max(1, ...load);
const ever = [starts[0] - WEEK_S / 2, starts.at(-1) + WEEK_S / 2];

// Read once for each of the two lights: asking makes the browser lay out the page anew.
let inks = {};
const colour = (name) =>
  inks[name] ??= getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const bars = (label, values, ink, scale, alpha = 1) => ({
  label, scale, alpha, fill: () => colour(ink), width: 0, points: { show: false },
  paths: uPlot.paths.bars({ size: [0.8, 60] }), data: values,
});
const loads = (kind) => load.map((au, week) => (kinds[week] === kind ? au : null));
const shown = [
  bars("load", loads("usual"), "--moss", "week"),
  bars("lighter", loads("lighter"), "--ochre", "week"),
  bars("open", loads("open"), "--moss", "week", 0.5),
  // Below the line, so downwards; a week without a sore day has no bar.
  bars("sore", sore.map((days) => (days ? -days : null)), "--brick", "sore"),
  { label: "slow", scale: "day", stroke: () => colour("--ink"), width: 1.5,
    points: { show: false }, data: slow },
];

// The ground of a week of which nothing is known.
const gaps = (chart) => {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.fillStyle = colour("--line");
  load.forEach((au, week) => {
    if (au !== null) return;
    const [from, to] = [-0.5, 0.5].map((half) =>
      chart.valToPos(starts[week] + half * WEEK_S, "x", true));
    ctx.fillRect(from, bbox.top, to - from, bbox.height);
  });
  ctx.restore();
};

let at = count - 1;
const say = (week) => {
  at = week;
  const [first, kind, ...values] = [...row(week).cells].map((cell) => cell.textContent.trim());
  const told = values.map((value, index) => `${heads[index + 2]} ${value}`).join(" · ");
  const title = document.createElement("b");
  title.textContent = `${first}: ${kind}`;
  reading.replaceChildren(title, told);
};

const axis = (more) => ({
  stroke: () => colour("--quiet"), font: "13px system-ui, sans-serif",
  grid: { stroke: () => colour("--line"), width: 1 }, ticks: { show: false }, ...more,
});
const size = () => ({ width: place.clientWidth, height: place.clientHeight });
// A scale whose line lies where that of the others does, with room for the lane under it.
const from = (top) => [-LANE * top, top];
document.querySelector(".still").remove();
const chart = new uPlot({
  ...size(),
  tzDate: (second) => uPlot.tzDate(new Date(second * 1000), "Etc/UTC"),
  legend: { show: false },
  cursor: { y: false, points: { show: false }, drag: { x: true, y: false } },
  scales: {
    x: { time: true, range: (_, low, high) => (low === starts[0] ? ever : [low, high]) },
    week: { range: () => from(most * 1.05) },
    day: { range: () => from((most * 1.05) / 7) },
    sore: { range: () => [-7, 7 / LANE] },
  },
  series: [{}, ...shown.map(({ data, ...series }) => series)],
  axes: [axis({}), axis({ scale: "week", filter: (_, marks) => marks.map((m) => (m < 0 ? null : m)) })],
  hooks: {
    drawClear: [gaps],
    setCursor: [({ cursor }) => { if (cursor.idx != null && cursor.idx !== at) say(cursor.idx); }],
  },
}, [starts, ...shown.map((series) => series.data)], place);

const show = (low, high) => {
  const wide = Math.min(high - low, ever[1] - ever[0]);
  const start = Math.min(Math.max(low, ever[0]), ever[1] - wide);
  chart.setScale("x", { min: start, max: start + wide });
};
const go = (week) => {
  say(Math.min(Math.max(week, 0), count - 1));
  const wanted = at;
  const { min, max } = chart.scales.x;
  const wide = max - min;
  if (starts[at] < min) show(starts[at] - WEEK_S / 2, starts[at] - WEEK_S / 2 + wide);
  if (starts[at] > max) show(starts[at] + WEEK_S / 2 - wide, starts[at] + WEEK_S / 2);
  // The chart takes a new range only after this turn; the cursor follows it.
  queueMicrotask(() => chart.setCursor({ left: chart.valToPos(starts[wanted], "x"), top: 1 }));
};
const zoom = (by) => {
  const { min, max } = chart.scales.x;
  const wide = Math.max((max - min) * by, LEAST_WEEKS * WEEK_S);
  show(starts[at] - wide / 2, starts[at] + wide / 2);
  go(at);
};
const KEYS = {
  ArrowLeft: () => go(at - 1), ArrowRight: () => go(at + 1),
  Home: () => go(0), End: () => go(count - 1),
  "+": () => zoom(CLOSER), "=": () => zoom(CLOSER), "-": () => zoom(1 / CLOSER),
};
place.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});
for (const button of years.querySelectorAll("[data-key]")) {
  button.addEventListener("click", () => KEYS[button.dataset.key]());
}
// It tells of the first size too, which is drawn already.
new ResizeObserver(() => {
  if (chart.width !== place.clientWidth || chart.height !== place.clientHeight) chart.setSize(size());
}).observe(place);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  inks = {};
  chart.redraw();
});
say(at);
