package dev.ocellus.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The encoder that is taken when no other is asked for. */
class BundledEncoderTest extends BundledEncoderContract {

  @Override
  String name() {
    return "lite2-minilm-v3";
  }

  @Test
  void isTheDefault() {
    assertEquals("ocellus/lite2-minilm-v3", ModelStore.DEFAULT_MODEL);
  }
}
