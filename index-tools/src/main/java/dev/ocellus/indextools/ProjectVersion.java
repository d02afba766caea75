package dev.ocellus.indextools;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that Maven wrote into the program. */
public final class ProjectVersion implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    var properties = new Properties();
    try (var in = ProjectVersion.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    }
    return new String[] {"ocellus " + properties.getProperty("version")};
  }
}
