package dev.ocellus.study.learn;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
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
    NDManager manager = engine().newBaseManager(Device.cpu());
    // OpenMP counts threads by calling thread; with more, sums come in another order.
    JniUtils.setNumThreads(1);
    return manager;
  }

  /** Runs what draws random numbers, from this seed, while nobody else does. */
  static void seeded(int seed, Runnable training) {
    RANDOM.lock();
    try {
      engine().setRandomSeed(seed);
      JniUtils.setNumThreads(1);
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
