/** Pictures to submit when one has none at hand, drawn on a canvas. */

const WIDE = 1280;
const HIGH = 960;

export const SAMPLES = [
  { name: "sunset", sky: ["#ffb88c", "#de6262"], light: ["#fff3d6", 0.66, 0.42, 0.09], hills: ["#a8504f", "#7b3a48", "#4b2638"], road: "#3a2230", car: "#ffe2c4" },
  { name: "camp", sky: ["#c6ead9", "#5fa58f"], light: ["#fffbe6", 0.24, 0.26, 0.07], hills: ["#5b9a7f", "#3d7a66", "#285a4e"], tent: "#f6a04d", trees: "#1d443c", car: "#eef6f0" },
  { name: "night", sky: ["#141e46", "#41295a"], light: ["#f7f3d7", 0.8, 0.2, 0.05], stars: true, city: ["#0d1533", "#1b2350"], road: "#0a0f24", car: "#7fd4ff" },
  { name: "rain", sky: ["#8fa3b5", "#55677a"], hills: ["#6d7f90", "#56687a", "#435364"], rain: true, road: "#333f4c", car: "#e2574c" },
  { name: "coast", sky: ["#8fd3f4", "#e0f6ff"], light: ["#fff8d8", 0.7, 0.24, 0.07], sea: ["#3fa7d6", "#19709b"], beach: "#f4deb1", car: "#ff7f6b" },
  { name: "snow", sky: ["#dfe9f3", "#aebfd3"], hills: ["#f4f8fc", "#dbe6f0", "#c2d2e2"], snow: true, road: "#8fa2b5", trees: "#5f7a8c", car: "#d64545" },
  { name: "lake", sky: ["#fbd7c6", "#b7c9e8"], light: ["#fff4e2", 0.36, 0.36, 0.06], hills: ["#93a8cf", "#6f86b4"], sea: ["#9db7dd", "#6d8bbd"], trees: "#41588a", car: "#fff2e8" },
  { name: "tunnel", sky: ["#0c0f17", "#0c0f17"], tunnel: ["#ffb347", "#6fe0ff"], car: "#ff5f57" },
];

function gradient(pen, height, [from, to], start = 0) {
  const fill = pen.createLinearGradient(0, start, 0, height);
  fill.addColorStop(0, from);
  fill.addColorStop(1, to);
  return fill;
}

function disc(pen, w, h, [colour, x, y, r]) {
  const glow = pen.createRadialGradient(w * x, h * y, 0, w * x, h * y, w * r * 3);
  glow.addColorStop(0, `${colour}aa`);
  glow.addColorStop(1, `${colour}00`);
  pen.fillStyle = glow;
  pen.fillRect(0, 0, w, h);
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(w * x, h * y, w * r, 0, Math.PI * 2);
  pen.fill();
}

/** A ridge whose peaks follow from its number alone: the same sample is the same picture, always. */
function ridge(pen, w, h, colour, level, seed) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(0, h);
  for (let x = 0; x <= w; x += w / 64) {
    const wave = Math.sin((x / w) * 5 + seed) * 0.055 + Math.sin((x / w) * 13 + seed * 2.3) * 0.022 + Math.sin((x / w) * 29 + seed * 4.1) * 0.006;
    pen.lineTo(x, h * (level + wave));
  }
  pen.lineTo(w, h);
  pen.fill();
}

function specks(pen, w, h, count, draw) {
  for (let n = 1; n <= count; n += 1) draw(((n * 0.618034) % 1) * w, ((n * 0.754877) % 1) * h, 0.4 + ((n * 0.569840) % 1));
}

function city(pen, w, h, [back, front]) {
  specks(pen, w, h, 26, (x, _, tall) => {
    const width = w * 0.055;
    const height = h * (0.12 + tall * 0.2);
    pen.fillStyle = tall > 0.9 ? back : front;
    pen.fillRect(x - width / 2, h * 0.74 - height, width, height);
    pen.fillStyle = "#ffd98a";
    for (let row = 0; row < height / (h * 0.03) - 1; row += 1) if ((row * 7 + Math.round(x)) % 3) pen.fillRect(x - width * 0.28, h * 0.755 - height + row * h * 0.03, width * 0.14, h * 0.011);
  });
}

function trees(pen, w, h, colour) {
  pen.fillStyle = colour;
  specks(pen, w, h, 22, (x, _, tall) => {
    const height = h * 0.1 * (0.6 + tall);
    pen.beginPath();
    pen.moveTo(x, h * 0.77 - height);
    pen.lineTo(x + height * 0.24, h * 0.78);
    pen.lineTo(x - height * 0.24, h * 0.78);
    pen.fill();
  });
}

function tent(pen, w, h, colour) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(w * 0.28, h * 0.64);
  pen.lineTo(w * 0.4, h * 0.82);
  pen.lineTo(w * 0.16, h * 0.82);
  pen.fill();
  pen.fillStyle = "#0004";
  pen.beginPath();
  pen.moveTo(w * 0.28, h * 0.7);
  pen.lineTo(w * 0.315, h * 0.82);
  pen.lineTo(w * 0.245, h * 0.82);
  pen.fill();
}

function tunnel(pen, w, h, colours) {
  for (let ring = 18; ring > 0; ring -= 1) {
    pen.strokeStyle = colours[ring % colours.length];
    pen.globalAlpha = 0.16 + (ring / 18) * 0.7;
    pen.lineWidth = ring * w * 0.0009;
    pen.beginPath();
    pen.arc(w * 0.5, h * 0.62, w * 0.03 * ring ** 1.18, Math.PI, 0);
    pen.stroke();
  }
  pen.globalAlpha = 1;
  pen.fillStyle = "#1c202b";
  pen.fillRect(0, h * 0.8, w, h);
}

function road(pen, w, h, colour) {
  pen.fillStyle = colour;
  pen.fillRect(0, h * 0.8, w, h * 0.2);
  pen.fillStyle = "#ffffffb0";
  for (let x = 0.02; x < 1; x += 0.12) pen.fillRect(w * x, h * 0.905, w * 0.06, h * 0.009);
}

function wheel(pen, x, y, r) {
  pen.fillStyle = "#15181f";
  pen.beginPath();
  pen.arc(x, y, r, 0, Math.PI * 2);
  pen.fill();
  pen.fillStyle = "#c9d2da";
  pen.beginPath();
  pen.arc(x, y, r * 0.45, 0, Math.PI * 2);
  pen.fill();
}

function car(pen, w, h, colour) {
  const at = (x, y) => [w * (0.5 + x * 0.2), h * 0.87 - w * 0.2 * y];
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(...at(0, 0.06));
  pen.lineTo(...at(0.02, 0.3));
  pen.quadraticCurveTo(...at(0.12, 0.34), ...at(0.3, 0.36));
  pen.quadraticCurveTo(...at(0.48, 0.58), ...at(0.72, 0.58));
  pen.lineTo(...at(1.12, 0.56));
  pen.quadraticCurveTo(...at(1.36, 0.54), ...at(1.46, 0.36));
  pen.quadraticCurveTo(...at(1.56, 0.3), ...at(1.55, 0.06));
  pen.fill();
  pen.fillStyle = "#1b2733cc";
  pen.beginPath();
  pen.moveTo(...at(0.4, 0.37));
  pen.quadraticCurveTo(...at(0.55, 0.53), ...at(0.74, 0.53));
  pen.lineTo(...at(1.1, 0.51));
  pen.quadraticCurveTo(...at(1.27, 0.5), ...at(1.35, 0.37));
  pen.fill();
  wheel(pen, ...at(0.36, 0.06), w * 0.026);
  wheel(pen, ...at(1.2, 0.06), w * 0.026);
}

function weather(pen, w, h, sample) {
  pen.strokeStyle = "#ffffff66";
  pen.lineWidth = w * 0.0022;
  if (sample.rain) specks(pen, w, h, 150, (x, y, long) => {
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x - w * 0.008, y + h * 0.04 * long);
    pen.stroke();
  });
  pen.fillStyle = "#ffffffdd";
  if (sample.snow || sample.stars) specks(pen, w, sample.stars ? h * 0.5 : h, sample.stars ? 70 : 130, (x, y, r) => pen.fillRect(x, y, w * 0.003 * r, w * 0.003 * r));
}

function paint(pen, w, h, sample) {
  pen.fillStyle = gradient(pen, h * 0.8, sample.sky);
  pen.fillRect(0, 0, w, h);
  if (sample.light) disc(pen, w, h, sample.light);
  (sample.hills ?? []).forEach((colour, at) => ridge(pen, w, h, colour, 0.5 + at * 0.11, at * 1.7 + sample.name.length));
  if (sample.city) city(pen, w, h, sample.city);
  if (sample.sea) {
    pen.fillStyle = gradient(pen, h, sample.sea, h * 0.58);
    pen.fillRect(0, h * 0.62, w, h * 0.4);
  }
  if (sample.tunnel) tunnel(pen, w, h, sample.tunnel);
  if (sample.trees) trees(pen, w, h, sample.trees);
  if (sample.beach) ridge(pen, w, h, sample.beach, 0.8, 4);
  if (sample.tent) tent(pen, w, h, sample.tent);
  if (sample.road) road(pen, w, h, sample.road);
  weather(pen, w, h, sample);
  car(pen, w, h, sample.car);
}

export function drawSample(sample, width = WIDE, height = HIGH) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  paint(canvas.getContext("2d"), width, height, sample);
  return canvas;
}

export async function sampleFile(sample) {
  const blob = await new Promise((done) => drawSample(sample).toBlob(done, "image/jpeg", 0.86));
  return new File([blob], `${sample.name}.jpg`, { type: "image/jpeg" });
}
