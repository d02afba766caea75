package dev.ocellus.opensearch.query;

import java.util.Set;

/** What may be asked of a field, by the type that its mapping has. */
enum FieldFamily {
  /** Words. */
  TEXT,
  /** Values as they stand. */
  KEYWORD,
  /** Whole numbers. */
  INTEGER,
  /** Numbers. */
  DECIMAL,
  /** Moments. */
  DATE,
  /** true and false. */
  BOOLEAN,
  /** Addresses. */
  IP,
  /** Anything else: whatever the type itself can answer. */
  OTHER;

  private static final Set<String> TEXTS = Set.of("text", "match_only_text", "search_as_you_type");
  private static final Set<String> KEYWORDS =
      Set.of("keyword", "constant_keyword", "wildcard", "_id", "_index");
  private static final Set<String> INTEGERS =
      Set.of("long", "integer", "short", "byte", "unsigned_long");
  private static final Set<String> DECIMALS =
      Set.of("double", "float", "half_float", "scaled_float");

  static FieldFamily of(String type) {
    if (TEXTS.contains(type)) {
      return TEXT;
    }
    if (KEYWORDS.contains(type)) {
      return KEYWORD;
    }
    if (INTEGERS.contains(type)) {
      return INTEGER;
    }
    if (DECIMALS.contains(type)) {
      return DECIMAL;
    }
    return switch (type) {
      case "date", "date_nanos" -> DATE;
      case "boolean" -> BOOLEAN;
      case "ip" -> IP;
      default -> OTHER;
    };
  }

  /** Whether {@code >} and {@code <} before a value compare. */
  boolean hasOrder() {
    return this == INTEGER || this == DECIMAL || this == DATE || this == IP;
  }

  /** Whether prefixes, wildcards, regular expressions and typing errors are of use. */
  boolean hasPatterns() {
    return this == TEXT || this == KEYWORD || this == OTHER;
  }
}
