package dev.ocellus.study.grid;

/** Hears how a study goes on. Called by several threads, one at a time. */
public interface StudyProgress {

  /** Hears nothing and never stops. */
  StudyProgress NONE =
      new StudyProgress() {
        @Override
        public void begin(String task, String unit, long total) {}

        @Override
        public void done(long units) {}

        @Override
        public void note(String line) {}
      };

  /** A part of the work begins: "Encoding by encoder", "photos", 700. */
  void begin(String task, String unit, long total);

  /** So many units of that part are done, all told. */
  void done(long units);

  /** Something to know: one line. */
  void note(String line);

  /** Asked between two units: whether to stop here; what is done is kept. */
  default boolean cancelled() {
    return false;
  }
}
