'use strict';
/* The front of points with two metrics, and room for their names. */
(function (t) {
  /** Points that no other is as good as in both and better in one, by x. A way is 1 where less is better, -1 where more is. */
  function of(all, wayX, wayY) {
    const value = (point) => [wayX * point.x.mean, wayY * point.y.mean];
    return all
      .filter((point) => {
        const [px, py] = value(point);
        return !all.some((other) => {
          const [ox, oy] = value(other);
          return ox <= px && oy <= py && (ox < px || oy < py);
        });
      })
      .sort((a, b) => a.x.mean - b.x.mean);
  }

  /** Where on an axis of some pixels a value lies. */
  const place = ({ type, min, max }, value, pixels) => {
    const on = (one) => (type === 'log' ? Math.log(one) : one);
    return ((on(value) - on(min)) / (on(max) - on(min) || 1)) * pixels;
  };

  /** On which side of each point its name overlaps no other name and no point. */
  function sides(all, best, frame, factors, width) {
    const across = (point) => place(frame.x, point.x.mean * factors[0], width - 92);
    const down = (point) => -place(frame.y, point.y.mean * factors[1], 328);
    const overlaps = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    const taken = all.map((point) => [across(point) - 8, down(point) - 8, across(point) + 8, down(point) + 8]);
    const chosen = new Map();
    [...best, ...all.filter((point) => !best.includes(point))].forEach((point) => {
      const [x, y] = [across(point), down(point)];
      const long = Math.min(160, width * 0.3, String(t.data.policies[point.policy]).length * 7);
      const boxes = {
        right: [x + 12, y - 8, x + 12 + long, y + 8],
        left: [x - 12 - long, y - 8, x - 12, y + 8],
        top: [x - long / 2, y - 28, x + long / 2, y - 12],
        bottom: [x - long / 2, y + 12, x + long / 2, y + 28],
      };
      const fits = (box) => box[0] > 2 && box[2] < width - 70 && !taken.some((other) => overlaps(box, other));
      const side = Object.keys(boxes).find((name) => fits(boxes[name])) || 'right';
      chosen.set(point, side);
      taken.push(boxes[side]);
    });
    return chosen;
  }

  t.front = { of, sides };
})(window.tafsim);
