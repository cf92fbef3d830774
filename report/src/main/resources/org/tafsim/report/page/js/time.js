'use strict';
/* The moment that map and time panels share: null is the whole measured time. */
(function (t) {
  const places = t.data.places;
  const series = t.data.time;
  const ticks = (places && places.t && places.t.length ? places.t : series && series.t) || [];
  const warmup = t.facts.warmup_s || (series && series.warmup_s) || 0;
  const SPEEDS = [
    ['1', '1×'],
    ['2', '2×'],
    ['5', '5×'],
    ['10', '10×'],
  ];
  const PER_SECOND = 2;
  let timer = null;
  let speed = 2;
  const listeners = [];

  const index = () => (t.state.time === null || !ticks.length ? null : Math.min(t.state.time, ticks.length - 1));
  /** Indexes of intervals that are measured: those that end after the warm-up. */
  const measured = () => {
    const from = ticks.findIndex((tick) => tick > warmup + 1e-9);
    return ticks.map((tick, at) => at).slice(Math.max(0, from));
  };

  function step(by) {
    if (!ticks.length) return;
    const now = index();
    const next = now === null ? (by > 0 ? 0 : ticks.length - 1) : (now + by + ticks.length) % ticks.length;
    t.set({ time: next });
  }

  function play(isOn) {
    clearInterval(timer);
    timer = isOn && ticks.length ? setInterval(() => step(1), 1000 / (PER_SECOND * speed)) : null;
    listeners.forEach((listener) => listener(Boolean(timer)));
  }

  /** The interval that holds a time in seconds. */
  function nearest(seconds) {
    const at = ticks.findIndex((tick) => tick >= seconds - 1e-9);
    return at < 0 ? ticks.length - 1 : at;
  }

  t.time = {
    ticks,
    warmup,
    index,
    step,
    measured,
    nearest,
    SPEEDS,
    seconds: () => (index() === null ? null : ticks[index()]),
    isPlaying: () => Boolean(timer),
    togglePlay: () => play(!timer),
    speedUp(value) {
      speed = value;
      if (timer) play(true);
    },
    speed: () => speed,
    onPlay: (listener) => listeners.push(listener),
    label: () =>
      index() === null
        ? 'whole measured time'
        : 'until ' + t.format.clock(ticks[index()]) + (ticks[index()] <= warmup ? ' (warm-up)' : ''),
  };

  /** Play, speed and slider; leftmost is the whole measured time. */
  t.timeControls = function () {
    if (ticks.length < 2) return null;
    const start = t.button('▶ Play', () => play(!timer), { id: 'map-play', 'aria-pressed': 'false' });
    const slider = t.el('input', {
      type: 'range',
      id: 'map-time',
      min: -1,
      max: ticks.length - 1,
      step: 1,
      'aria-label': 'Time',
      oninput: () => t.set({ time: Number(slider.value) < 0 ? null : Number(slider.value) }),
    });
    const out = t.el('output', { id: 'map-clock', for: 'map-time' });
    const whole = t.button(
      'Whole time',
      () => {
        play(false);
        t.set({ time: null });
      },
      { id: 'map-whole' }
    );
    const update = () => {
      slider.value = index() === null ? -1 : index();
      slider.setAttribute('aria-valuetext', t.time.label());
      out.textContent = t.time.label();
      whole.disabled = index() === null;
    };
    t.time.onPlay((isOn) => {
      start.textContent = isOn ? '❚❚ Pause' : '▶ Play';
      start.setAttribute('aria-pressed', String(isOn));
    });
    t.on(['time'], update);
    update();
    return t.el(
      'div',
      { class: 'stops' },
      start,
      t.choice('Speed', SPEEDS, String(speed), (value) => t.time.speedUp(Number(value)), { id: 'map-speed' }),
      slider,
      out,
      whole
    );
  };
})(window.tafsim);
