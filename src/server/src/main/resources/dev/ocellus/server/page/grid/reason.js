/**
 * Why a photo was found, from the features of its score (`parts` of a hit).
 *
 * A picture says the query where it is nearer to it than to everyday texts; captions say it where they have a good part
 * of its words, weighted by rarity, or, word by word, its meaning. The bounds were set by looking at results.
 */
export function reason(parts, score) {
  if (Object.keys(parts).length === 0) {
    return 'alike';
  }
  if (score < 0.1) {
    return 'loose';
  }
  const captions = (parts.caption_count ?? 0) > 0;
  const said = captions && parts.coverage >= 0.35;
  const reworded = captions && !said && parts.tokens >= 0.65;
  // Without a caption nothing but the picture can have spoken.
  const seen = captions ? parts.image >= parts.image_hubness : parts.image !== undefined;
  if (seen && (said || reworded)) {
    return 'both';
  }
  return said ? 'said' : reworded ? 'reworded' : seen ? 'seen' : 'loose';
}

/** A caption cut where words matched: `spans` are start and end of each match, in order, in UTF-16 code units. */
export function segments(text, spans) {
  const cut = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start >= at && end > start && end <= text.length) {
      cut.push({text: text.slice(at, start), matched: false}, {text: text.slice(start, end), matched: true});
      at = end;
    }
  }
  cut.push({text: text.slice(at), matched: false});
  return cut.filter((segment) => segment.text);
}
