package dev.ocellus.indextools;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which module knows which. */
@AnalyzeClasses(packages = "dev.ocellus", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule MODULES =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("encode")
          .definedBy("dev.ocellus.encode..")
          .layer("fusion")
          .definedBy("dev.ocellus.fusion..")
          .layer("lucene")
          .definedBy("dev.ocellus.lucene..")
          .layer("study")
          .definedBy("dev.ocellus.study..")
          .layer("server")
          .definedBy("dev.ocellus.server..")
          .layer("index-tools")
          .definedBy("dev.ocellus.indextools..")
          .whereLayer("encode")
          .mayOnlyBeAccessedByLayers("lucene", "study", "server", "index-tools")
          .whereLayer("fusion")
          .mayOnlyBeAccessedByLayers("lucene", "study", "index-tools")
          .whereLayer("lucene")
          .mayOnlyBeAccessedByLayers("study", "server", "index-tools")
          .whereLayer("study")
          .mayOnlyBeAccessedByLayers("index-tools")
          .whereLayer("server")
          .mayOnlyBeAccessedByLayers("index-tools")
          .whereLayer("index-tools")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule ENCODE_HAS_NO_LUCENE =
      noClasses()
          .that()
          .resideInAPackage("dev.ocellus.encode..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.lucene..", "picocli..");

  @ArchTest
  static final ArchRule FUSION_HAS_NO_LUCENE_AND_NO_ONNX =
      noClasses()
          .that()
          .resideInAPackage("dev.ocellus.fusion..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.lucene..", "ai.onnxruntime..", "ai.djl..");

  @ArchTest
  static final ArchRule ONLY_ENCODE_RUNS_MODELS =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.ocellus.encode..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.onnxruntime..", "ai.djl.huggingface..");

  @ArchTest
  static final ArchRule ONLY_THE_STUDY_TRAINS_BY_LIBRARIES =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.ocellus.encode..", "dev.ocellus.study..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..", "io.github.metarank..", "com.github.jfasttext..");

  @ArchTest
  static final ArchRule COMMANDS_LEAVE_LUCENE_TO_THE_LIBRARY =
      noClasses()
          .that()
          .resideInAPackage("dev.ocellus.indextools..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");
}
