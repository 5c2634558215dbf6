/** Stickers to send, drawn here: a sign with a word under it, cut out with a white edge. */

const SIDE = 320;
export const STICKERS = [["thanks", "🙏"], ["great", "👍"], ["go", "🚗"], ["party", "🎉"], ["coffee", "☕"], ["love", "❤️"]];

function outlined(pen, words, x, y, font, edge, fill) {
  pen.font = font;
  pen.lineJoin = "round";
  pen.lineWidth = edge;
  pen.strokeStyle = "#fff";
  pen.strokeText(words, x, y);
  pen.fillStyle = fill;
  pen.fillText(words, x, y);
}

export function drawSticker(sign, word, side = SIDE) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const pen = canvas.getContext("2d");
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  const fonts = getComputedStyle(document.body).fontFamily;
  outlined(pen, sign, side / 2, side * 0.42, `${side * 0.52}px ${fonts}`, side * 0.06, "#0b7486");
  outlined(pen, word, side / 2, side * 0.82, `800 ${side * 0.17}px ${fonts}`, side * 0.07, "#0b7486");
  return canvas;
}

export async function stickerFile(name, sign, word) {
  const blob = await new Promise((done) => drawSticker(sign, word).toBlob(done, "image/webp", 0.9));
  return new File([blob], `${name}.webp`, { type: "image/webp" });
}
