package dev.ocellus.encode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of one model, laid out as model hubs do: {@code config.json}, {@code
 * preprocessor_config.json}, {@code tokenizer.json}, {@code onnx/text_model.onnx}, {@code
 * onnx/vision_model.onnx}.
 */
public interface ModelFiles {

  /**
   * The bytes of one file.
   *
   * @param name path within the model's folder, with forward slashes
   * @throws ModelException if the model has no such file
   * @throws UncheckedIOException if it cannot be read
   */
  byte[] bytes(String name);

  /** Whether there is such a file. */
  boolean has(String name);

  /**
   * Size of one file in bytes.
   *
   * @throws ModelException if the model has no such file
   */
  default long size(String name) {
    return bytes(name).length;
  }

  /** The file on disk, so that it need not be read into memory; empty where it is in a jar. */
  Optional<Path> path(String name);

  /** Where a file is (or would be), for messages. */
  String describe(String name);

  /** The files in a folder on disk. */
  static ModelFiles folder(Path folder) {
    return new Folder(folder);
  }

  /**
   * The files in a folder of the class path.
   *
   * @param folder for instance {@code ocellus/models/lite2-minilm-v3}
   */
  static ModelFiles classPath(ClassLoader loader, String folder) {
    URL config = loader.getResource(folder + "/config.json");
    if (config != null && config.getProtocol().equals("file")) {
      try {
        return new Folder(Path.of(config.toURI()).resolveSibling(""));
      } catch (URISyntaxException e) {
        throw new ModelException(config + " is no usable place: " + e.getMessage(), e);
      }
    }
    return new ClassPath(loader, folder);
  }

  /** A folder on disk. */
  record Folder(Path folder) implements ModelFiles {

    @Override
    public byte[] bytes(String name) {
      if (!has(name)) {
        throw new ModelException("the model lacks the file " + describe(name));
      }
      try {
        return Files.readAllBytes(folder.resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + describe(name), e);
      }
    }

    @Override
    public boolean has(String name) {
      return Files.isRegularFile(folder.resolve(name));
    }

    @Override
    public long size(String name) {
      try {
        return Files.size(folder.resolve(name));
      } catch (IOException e) {
        throw new ModelException("the model lacks the file " + describe(name), e);
      }
    }

    @Override
    public Optional<Path> path(String name) {
      return has(name) ? Optional.of(folder.resolve(name)) : Optional.empty();
    }

    @Override
    public String describe(String name) {
      return folder.resolve(name).toString();
    }
  }

  /** A folder within a jar of the class path. */
  record ClassPath(ClassLoader loader, String folder) implements ModelFiles {

    @Override
    public byte[] bytes(String name) {
      try (InputStream stream = loader.getResourceAsStream(folder + "/" + name)) {
        if (stream == null) {
          throw new ModelException("the model lacks the file " + describe(name));
        }
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + describe(name), e);
      }
    }

    @Override
    public boolean has(String name) {
      return loader.getResource(folder + "/" + name) != null;
    }

    @Override
    public Optional<Path> path(String name) {
      return Optional.empty();
    }

    @Override
    public String describe(String name) {
      return "classpath:" + folder + "/" + name;
    }
  }
}
