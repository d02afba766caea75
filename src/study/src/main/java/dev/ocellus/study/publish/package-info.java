/** What a study found, written down: results.csv, results.json and report.html. */
@NullMarked
package dev.ocellus.study.publish;

import org.jspecify.annotations.NullMarked;
