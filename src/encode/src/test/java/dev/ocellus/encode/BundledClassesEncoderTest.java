package dev.ocellus.encode;

/** The encoder of which nothing was learned from Flickr8k. */
class BundledClassesEncoderTest extends BundledEncoderContract {

  @Override
  String name() {
    return "lite2-minilm-classes-v1";
  }
}
