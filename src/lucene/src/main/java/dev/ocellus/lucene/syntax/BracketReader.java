package dev.ocellus.lucene.syntax;

import java.util.ArrayDeque;
import java.util.Deque;

/** Finds the round brackets that group: those with a partner, around something. */
final class BracketReader {

  private final Reading reading;
  private final Notes notes;

  BracketReader(Reading reading, Notes notes) {
    this.reading = reading;
    this.notes = notes;
  }

  void read() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int index = 0; index < reading.length(); index++) {
      if (reading.inSpan(index)) {
        continue;
      }
      if (reading.is(index, '(')) {
        open.push(index);
      } else if (reading.is(index, ')')) {
        if (open.isEmpty()) {
          noPartner(index);
        } else {
          pair(open.pop(), index, open.size());
        }
      }
    }
    open.forEach(this::noPartner);
  }

  private void noPartner(int index) {
    notes.text(
        index, "the bracket has no partner", "add the other one, or write \\" + reading.at(index));
  }

  private void pair(int from, int to, int depth) {
    if (reading.skipBlanks(from + 1) == to) {
      notes.text(from, "there is nothing between the brackets", "put words there");
    } else if (depth >= QueryLimits.MAX_DEPTH) {
      notes.text(
          from,
          "brackets are nested too deeply",
          "nest them at most %d deep".formatted(QueryLimits.MAX_DEPTH));
    } else if (!notes.strict() && !startsWord(from)) {
      notes.add(from, "the brackets stand within a word; they are read as text");
    } else {
      reading.keep(from);
      reading.keep(to);
    }
  }

  private boolean startsWord(int index) {
    return reading.isBlank(index - 1) || "(+-!:".indexOf(reading.at(index - 1)) >= 0;
  }
}
