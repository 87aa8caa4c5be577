package dk.borgerkontakt.server.register;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.server.register.csv.CsvFile;
import dk.borgerkontakt.server.register.csv.RejectedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImportTest {
  private static final int BATCH = FileImport.BATCH;

  @TempDir Path temp;

  @Test
  void handsOverABatchAtATime() throws IOException {
    Path path =
        Files.writeString(temp.resolve("file.csv"), "kode\n" + "1\n".repeat(2 * BATCH + 500));
    List<Integer> batches = new ArrayList<>();
    RowLoader<Integer> loader =
        RowLoader.of(row -> row.integer("kode"), (handle, rows) -> batches.add(rows.size()));

    try (Database database = ImportedFolder.newDatabase();
        CsvFile file = CsvFile.open(path, List.of("kode"));
        RejectedRows rejected = new RejectedRows(temp, "rejected.csv")) {
      FileImport<Integer> loading = new FileImport<>(database, loader, rejected);

      assertThat(loading.loadBatch(file)).isTrue();
      assertThat(loading.loadBatch(file)).isTrue();
      assertThat(loading.loadBatch(file)).isFalse();
      assertThat(batches).containsExactly(BATCH, BATCH, 500);
      assertThat(loading.loaded()).isEqualTo(2 * BATCH + 500);
    }
  }
}
