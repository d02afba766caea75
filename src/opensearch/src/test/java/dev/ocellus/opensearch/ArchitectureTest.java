package dev.ocellus.opensearch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which module knows which, seen from the plugin. */
@AnalyzeClasses(packages = "dev.ocellus", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NOBODY_KNOWS_THE_PLUGIN =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.ocellus.opensearch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.ocellus.opensearch..", "org.opensearch..");

  @ArchTest
  static final ArchRule THE_PLUGIN_KNOWS_LUCENE_ENCODE_AND_FUSION =
      noClasses()
          .that()
          .resideInAPackage("dev.ocellus.opensearch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.ocellus.study..", "dev.ocellus.indextools..", "dev.ocellus.server..");

  @ArchTest
  static final ArchRule ONLY_ENCODE_RUNS_MODELS =
      noClasses()
          .that()
          .resideInAPackage("dev.ocellus.opensearch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.onnxruntime..", "ai.djl..");
}
