import {byId} from '../dom.js';

/** Pixels of the longer side that are sent: encoders look at a few hundred, and a phone's photo has millions. */
const SIDE = 1024;

/** A picture to search by; fails if the file is none. */
export async function readPicture(file) {
  const blob = await smaller(file);
  return {url: URL.createObjectURL(blob), base64: await base64(blob)};
}

/** Drawn small by the browser. What only the server may be able to read (TIFF) is sent as it is. */
async function smaller(file) {
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch (error) {
    if (/^image\/(tiff|bmp|webp|gif)$/.test(file.type)) {
      return file;
    }
    throw error;
  }
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff'; // what is transparent would become black in a JPEG
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no blob'))), 'image/jpeg', 0.92);
  });
}

function base64(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** Takes pictures that are dropped anywhere on the page, pasted, or chosen by the button. */
export function watchPictures(take) {
  const veil = byId('drop');
  const file = byId('file');
  let inside = false; // a photo of this page that is dragged looks like a file, too
  let depth = 0; // enter and leave come for every element on the way
  const foreign = (event) => !inside && [...(event.dataTransfer?.types ?? [])].includes('Files');
  const lift = () => {
    depth = 0;
    veil.hidden = true;
  };
  addEventListener('dragstart', () => { inside = true; });
  addEventListener('dragend', () => { inside = false; });
  addEventListener('dragenter', (event) => {
    if (foreign(event)) {
      event.preventDefault();
      depth++;
      veil.hidden = false;
    }
  });
  addEventListener('dragleave', (event) => {
    if (foreign(event) && --depth <= 0) {
      lift();
    }
  });
  addEventListener('dragover', (event) => foreign(event) && event.preventDefault());
  addEventListener('drop', (event) => {
    if (foreign(event)) {
      event.preventDefault(); // the browser would leave the page and show the file
      lift();
      first(event.dataTransfer.files, take);
    }
  });
  addEventListener('paste', (event) => {
    const files = event.clipboardData?.files ?? [];
    if (files.length > 0) {
      event.preventDefault();
      first(files, take);
    }
  });
  byId('pick').addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    first(file.files, take);
    file.value = ''; // so that the same file can be chosen again
  });
}

function first(files, take) {
  const picture = [...files].find((each) => each.type.startsWith('image/')) ?? files[0];
  if (picture) {
    take(picture);
  }
}
