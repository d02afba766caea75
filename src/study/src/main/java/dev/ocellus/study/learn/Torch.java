package dev.ocellus.study.learn;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import dev.ocellus.fusion.DataException;
import java.util.concurrent.locks.ReentrantLock;

/** PyTorch, on one thread: the same rows give the same model. */
final class Torch {

  static final String ENGINE = "PyTorch";

  /** PyTorch draws all its random numbers from one generator. */
  private static final ReentrantLock RANDOM = new ReentrantLock();

  static {
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
  }

  private Torch() {}

  static NDManager manager() {
    return engine().newBaseManager(Device.cpu());
  }

  /** Runs what draws random numbers, from this seed, while nobody else does. */
  static void seeded(int seed, Runnable training) {
    RANDOM.lock();
    try {
      engine().setRandomSeed(seed);
      training.run();
    } finally {
      RANDOM.unlock();
    }
  }

  private static Engine engine() {
    try {
      return Engine.getEngine(ENGINE);
    } catch (EngineException | IllegalArgumentException | LinkageError e) {
      throw new DataException(
          "PyTorch cannot be loaded ("
              + e.getMessage()
              + "); it comes as the jar ai.djl.pytorch:pytorch-native-cpu for your system",
          e);
    }
  }
}
