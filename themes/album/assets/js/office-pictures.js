// The pictures of a page as bytes for a document: drawings of the page itself as well as files, over http and from a disk.
//
//   await AlbumOffice.takePictures([{element, alt}])     gives each {bytes, type, width, height}; says how many could not be had
"use strict";
(() => {
const isOnDisk = location.protocol === "file:";

function loaded(address) {
  return new Promise((done, fail) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = fail;
    image.src = address;
  });
}

// From a disk a canvas that has drawn a file gives nothing back: the same bytes stand in a script beside it.
async function source(address) {
  if (!isOnDisk || address.startsWith("data:")) return address;
  await loadScript(address + ".js");
  const path = decodeURI(address), [, bytes] = Object.entries(AlbumPictures).find(([name]) => path.endsWith("/" + name));
  return "data:image/" + path.split(".").pop().replace("jpg", "jpeg").replace("svg", "svg+xml") + ";base64," + bytes;
}

// A drawing with the looks that the page's style gives it, in the colours of paper.
function drawing(picture, element) {
  const look = document.documentElement.dataset, kept = {...look}, copy = element.cloneNode(true), copies = [copy, ...copy.querySelectorAll("*")];
  for (const name in kept) delete look[name];
  look.mode = "light";
  const em = parseFloat(getComputedStyle(element).fontSize), {width, height} = element.viewBox.baseVal || {};
  // Bars go by parts of the width, texts by letters: one width for every window.
  Object.assign(picture, {width: width || 42 * em, height: height || element.height.baseVal.value});
  [element, ...element.querySelectorAll("*")].forEach((one, place) => {
    const style = getComputedStyle(one);
    for (const name of ["fill", "stroke", "stroke-width", "stroke-dasharray", "paint-order", "font-family", "font-size", "font-weight", "text-anchor"]) copies[place].style.setProperty(name, style.getPropertyValue(name));
  });
  delete look.mode;
  Object.assign(look, kept);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  for (const side of ["width", "height"]) copy.setAttribute(side, picture[side]);
  return "data:image/svg+xml," + encodeURIComponent(new XMLSerializer().serializeToString(copy));
}

async function take(picture) {
  const {element} = picture, isDrawn = element.tagName !== "IMG", address = isDrawn ? drawing(picture, element) : await source(element.src);
  const image = await loaded(address);
  if (!isDrawn) Object.assign(picture, {width: image.naturalWidth || element.width, height: image.naturalHeight || element.height});
  // Paper needs no more than 1800 pixels across.
  const scale = Math.min(isDrawn ? 3 : 1, 1800 / picture.width), canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
  canvas.width = picture.width * scale;
  canvas.height = picture.height * scale;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const type = /\.jpe?g$|^data:image.jpe/i.test(address) ? "jpeg" : "png", blob = await new Promise(done => canvas.toBlob(done, "image/" + type, 0.9));
  picture.type = type;
  picture.bytes = new Uint8Array(await blob.arrayBuffer());
}

AlbumOffice.takePictures = async pictures => {
  let lost = 0;
  for (const picture of pictures) await take(picture).catch(() => lost += 1);
  return lost;
};
})();
