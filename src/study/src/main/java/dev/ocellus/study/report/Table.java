package dev.ocellus.study.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of texts and numbers. Cells that are numbers stand to the right.
 *
 * @param header names of the columns; empty for a table of names and values
 * @param rows cells, as many in each
 */
public record Table(List<String> header, List<List<String>> rows) {
  private static final String NUMBER = "[-−+]?[0-9][0-9,. ]*%?( ?%)?";

  public Table {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A table of two columns without a header. */
  public static Table ofValues(List<List<String>> rows) {
    return new Table(List.of(), rows);
  }

  String html() {
    var html = new StringBuilder("<div class=\"scroll\"><table>\n");
    if (!header.isEmpty()) {
      html.append("<thead><tr>");
      for (int i = 0; i < header.size(); i++) {
        html.append("<th scope=\"col\"").append(isNumeric(i) ? " class=\"number\">" : ">");
        html.append(Html.escape(header.get(i))).append("</th>");
      }
      html.append("</tr></thead>\n");
    }
    html.append("<tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        String cell = Html.escape(row.get(i));
        if (i == 0) {
          html.append("<th scope=\"row\">").append(cell).append("</th>");
        } else {
          html.append(row.get(i).matches(NUMBER) ? "<td class=\"number\">" : "<td>");
          html.append(cell).append("</td>");
        }
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody>\n</table></div>\n").toString();
  }

  /** The table in plain text, columns under each other. */
  List<String> lines() {
    List<List<String>> all = new ArrayList<>(rows);
    if (!header.isEmpty()) {
      all.addFirst(header);
    }
    int columns = all.isEmpty() ? 0 : all.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : all) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return all.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String pad = " ".repeat(widths[i] - row.get(i).length());
      line.append(isNumeric(i) ? pad + row.get(i) : row.get(i) + pad).append("  ");
    }
    return line.toString().stripTrailing();
  }

  private boolean isNumeric(int column) {
    return column > 0
        && !rows.isEmpty()
        && rows.stream().allMatch(row -> row.get(column).matches(NUMBER));
  }
}
