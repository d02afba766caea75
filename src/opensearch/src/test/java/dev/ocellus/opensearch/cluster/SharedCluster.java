package dev.ocellus.opensearch.cluster;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Lends all test classes one cluster of three nodes, which starts for the first of them:
 * {@code @ExtendWith(SharedCluster.class)}, and a parameter of type {@link TestCluster}. A test
 * makes indexes of names that no other uses, and leaves nodes and settings of the cluster as they
 * are; one that kills nodes starts them again, and waits until every shard has all copies.
 */
public final class SharedCluster implements ParameterResolver {

  /** Nodes of the cluster. */
  public static final int NODES = 3;

  private static final Namespace NAMESPACE = Namespace.create(SharedCluster.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestCluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(TestCluster.class, type -> TestCluster.start("shared", NODES, Map.of()));
  }
}
