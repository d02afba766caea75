/**
 * Justified rows: photos keep their shapes, the photos of a row share a height, and rows fill the width.
 *
 * A row is closed where its height comes nearest to the wanted one: with the photo that makes it too low, or before.
 *
 * @param {number[]} ratios width / height of each photo
 * @param {number} width of the rows in pixels
 * @param {{height: number, gap: number}} wish the height that rows should have about, and the space between photos
 * @returns {{start: number, end: number, height: number}[]} rows; the last may not be full, and then has at most
 *     the wanted height
 */
export function justify(ratios, width, {height, gap}) {
  const rows = [];
  let start = 0;
  let sum = 0;
  for (let index = 0; index < ratios.length; index++) {
    const before = rowHeight(sum, index - start);
    sum += ratios[index];
    const after = rowHeight(sum, index - start + 1);
    if (after <= height) {
      // Distances of heights are ratios: twice as high is as bad as half as high.
      if (index > start && before / height < height / after) {
        rows.push({start, end: index, height: before});
        start = index;
        sum = ratios[index];
        if (rowHeight(sum, 1) > height) {
          continue;
        }
      }
      rows.push({start, end: index + 1, height: rowHeight(sum, index + 1 - start)});
      start = index + 1;
      sum = 0;
    }
  }
  if (start < ratios.length) {
    rows.push({start, end: ratios.length, height: Math.min(height, rowHeight(sum, ratios.length - start))});
  }
  return rows;

  function rowHeight(total, photos) {
    return photos === 0 ? Infinity : (width - gap * (photos - 1)) / total;
  }
}

/** The shape to lay a photo out in: panoramas and ribbons are cropped to what leaves room for others. */
export const shape = (width, height) => (width > 0 && height > 0 ? Math.min(2.6, Math.max(0.6, width / height)) : 1.5);
