package dev.ocellus.opensearch.cluster;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * OpenSearch's own main class, in a process that ends when its standard input does, so that it
 * never outlives whoever started it.
 */
final class NodeMain {

  private static final String MAIN = "org.opensearch.bootstrap.OpenSearch";

  private NodeMain() {}

  /**
   * @param args those of {@code bin/opensearch}
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    Thread watch = new Thread(NodeMain::stopAtEndOfInput, "end of input");
    watch.setDaemon(true);
    watch.start();
    call("main", args);
  }

  /** As a service of Windows does, for the agent lets nobody else exit. */
  private static void stopAtEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is said to a node this way but that it shall end.
      }
      call("close", new String[0]);
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The class is not public: its launcher is a command. */
  private static void call(String name, String[] args) throws ReflectiveOperationException {
    Method method = Class.forName(MAIN).getDeclaredMethod(name, String[].class);
    method.setAccessible(true);
    try {
      method.invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
