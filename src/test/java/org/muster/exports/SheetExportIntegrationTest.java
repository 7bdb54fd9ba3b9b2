package org.muster.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.servlet.ServletOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.accounts.CurrentUser;
import org.muster.money.Money;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** Lists as tables. */
@IntegrationTest
class SheetExportIntegrationTest {

	private static final Path OPEN_FILES = Path.of("/proc/self/fd");

	/** Others may run next to this. */
	private static final String TEMPORARY = "muster-export-" + ProcessHandle.current().pid() + "-";

	@Autowired
	private SheetExport export;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Value("${muster.exports.at-once}")
	private int most;

	private @Nullable MockHttpServletResponse refused;

	@Test
	void whoeverAsksForOneMoreThanMayRunIsToldToWait() throws Exception {
		CurrentUser manager = this.world.manager();
		run(manager, this.most);
		MockHttpServletResponse refused = Objects.requireNonNull(this.refused);
		assertThat(refused.getContentAsString()).contains("Other exports are still running");
		assertThat(refused.getHeader("Retry-After")).isNotNull();
		this.pages.send(manager, get("/requests/export.csv"), 200);
	}

	/** Runs exports inside of each other. */
	private void run(CurrentUser manager, int more) throws IOException {
		this.export.write(new MockHttpServletResponse(), "test", "csv", List.of(), () -> {
			try {
				if (more > 1) {
					run(manager, more - 1);
				}
				else {
					this.refused = this.pages.send(manager, get("/requests/export.csv"), 503);
				}
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			return Stream.of();
		});
	}

	@Test
	void allPagesAreOfTheMomentOfTheFirst() throws Exception {
		this.jdbc.execute("create table counted (id int primary key, says varchar(20))");
		try {
			for (int id = 1; id <= SheetExport.PAGE_SIZE + 2; id++) {
				this.jdbc.update("insert into counted values (?, 'before')", id);
			}
			MockHttpServletResponse csv = new MockHttpServletResponse();
			this.export.write(csv, "counted", "csv", List.of(new SheetExport.Column<>("web.state", Counted::says)),
					() -> SheetExport.byKey(this::counted));
			assertThat(csv.getContentAsString().lines().skip(1)).hasSize(SheetExport.PAGE_SIZE + 2)
				.containsOnly("\"before\"");
		}
		finally {
			this.jdbc.execute("drop table counted");
		}
	}

	private record Counted(int id, String says) {
	}

	/** Somebody changes all rows after each page. */
	private List<Counted> counted(@Nullable Counted last) {
		List<Counted> page = this.jdbc.query(
				"select * from counted where id > ? order by id limit " + SheetExport.PAGE_SIZE,
				(row, number) -> new Counted(row.getInt("id"), row.getString("says")), (last != null) ? last.id() : 0);
		CompletableFuture.runAsync(() -> this.jdbc.update("update counted set says = 'after'")).join();
		CompletableFuture.runAsync(() -> this.jdbc.update("delete from counted where id > ?", SheetExport.PAGE_SIZE))
			.join();
		return page;
	}

	@Test
	void whatFailsHalfWayIsNoHalfList() {
		MockHttpServletResponse csv = new MockHttpServletResponse();
		List<SheetExport.Column<String>> columns = List.of(new SheetExport.Column<>("web.state", (text) -> text));
		assertThatIllegalStateException().isThrownBy(
				() -> this.export.write(csv, "half", "csv", columns, () -> Stream.of("one", "two").peek((text) -> {
					if (text.equals("two")) {
						throw new IllegalStateException("away");
					}
				})));
		assertThat(csv.isCommitted()).isFalse();
		assertThat(csv.getContentAsByteArray()).isEmpty();
		assertThat(csv.getContentType()).isNull();
	}

	/** Names in the folder for temporary files, of this process. */
	private static List<Path> named() {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return files.filter((file) -> file.getFileName().toString().startsWith(TEMPORARY)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Who may read the files of exports that are open, named or not. */
	private static List<String> open() {
		try (Stream<Path> files = Files.list(OPEN_FILES)) {
			return files.filter(SheetExportIntegrationTest::isOfAnExport)
				.map(SheetExportIntegrationTest::permissions)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isOfAnExport(Path open) {
		try {
			return Files.readSymbolicLink(open).toString().contains(TEMPORARY);
		}
		catch (IOException ex) {
			// It was closed meanwhile.
			return false;
		}
	}

	private static String permissions(Path open) {
		try {
			return PosixFilePermissions.toString(Files.getPosixFilePermissions(open));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "csv", "xlsx" })
	@EnabledOnOs(OS.LINUX)
	void nothingOfAnExportIsLeftWhicheverWayItEnds(String format) throws Exception {
		List<SheetExport.Column<String>> columns = List.of(new SheetExport.Column<>("web.state", (text) -> text));
		MockHttpServletResponse whole = new MockHttpServletResponse();
		this.export.write(whole, "whole", format, columns, () -> Stream.of("one").peek((row) -> {
			// Not even if the process were killed now.
			assertThat(named()).isEmpty();
			assertThat(open()).containsExactly("rw-------");
		}));
		assertThat(whole.getContentAsByteArray()).hasSize(whole.getContentLength());
		assertThat(open()).isEmpty();
		assertThatIllegalStateException()
			.isThrownBy(() -> this.export.write(new MockHttpServletResponse(), "half", format, columns, () -> {
				throw new IllegalStateException("The audit trail is closed");
			}));
		assertThat(open()).isEmpty();
		MockHttpServletResponse gone = new MockHttpServletResponse() {
			@Override
			public ServletOutputStream getOutputStream() {
				return new DelegatingServletOutputStream(new OutputStream() {
					@Override
					public void write(int one) throws IOException {
						throw new IOException("Whoever asked has gone");
					}
				});
			}
		};
		assertThatIOException()
			.isThrownBy(() -> this.export.write(gone, "gone", format, columns, () -> Stream.of("one")));
		assertThat(open()).isEmpty();
		assertThat(named()).isEmpty();
	}

	@Test
	void anAmountHasTheDecimalsOfItsCurrency() throws Exception {
		List<SheetExport.Column<Money>> columns = List
			.of(new SheetExport.Column<>("proposals.net", (amount) -> amount));
		List<Money> amounts = List.of(Money.of("50000.00", "JPY"), Money.of("85.5", "KWD"), Money.of("450", "EUR"),
				Money.of("450.5000", "EUR"));
		MockHttpServletResponse csv = new MockHttpServletResponse();
		this.export.write(csv, "amounts", "csv", columns, amounts::stream);
		assertThat(csv.getContentAsString().lines().skip(1)).containsExactly("\"50000\"", "\"85.500\"", "\"450.00\"",
				"\"450.50\"");
		MockHttpServletResponse xlsx = new MockHttpServletResponse();
		this.export.write(xlsx, "amounts", "xlsx", columns, amounts::stream);
		Path book = Files.createTempFile("muster-amounts", null);
		Files.write(book, xlsx.getContentAsByteArray());
		String styles;
		try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(book.toFile())) {
			styles = new String(zip.getInputStream(zip.getEntry("xl/styles.xml")).readAllBytes(),
					java.nio.charset.StandardCharsets.UTF_8);
		}
		Files.delete(book);
		assertThat(styles).contains("\"0.000\"", "\"0.00\"");
	}

}
