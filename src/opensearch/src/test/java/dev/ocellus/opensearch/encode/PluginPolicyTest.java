package dev.ocellus.opensearch.encode;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilePermission;
import java.net.SocketPermission;
import java.nio.file.Path;
import java.security.PermissionCollection;
import org.junit.jupiter.api.Test;
import org.opensearch.secure_sm.policy.PolicyFile;

/** The plugin's policy as OpenSearch reads it: photos and models of any folder, and no more. */
class PluginPolicyTest {

  @Test
  void filesMayBeReadAndNothingElse() throws Exception {
    PolicyFile policy =
        new PolicyFile(Path.of("src", "main", "plugin", "plugin-security.policy").toUri().toURL());
    PermissionCollection granted =
        policy.getPermissions(PluginPolicyTest.class.getProtectionDomain());
    assertTrue(granted.implies(new FilePermission("/srv/photos/a.jpg", "read,readlink")));
    assertFalse(granted.implies(new FilePermission("/srv/photos/a.jpg", "write")));
    assertFalse(granted.implies(new FilePermission("/srv/photos/a.jpg", "delete")));
    assertFalse(granted.implies(new SocketPermission("localhost:80", "connect")));
  }
}
