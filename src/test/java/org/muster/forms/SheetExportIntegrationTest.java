package org.muster.forms;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.money.Money;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** Lists as tables. */
@IntegrationTest
class SheetExportIntegrationTest {

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
		java.nio.file.Path book = java.nio.file.Files.createTempFile("muster-amounts", null);
		java.nio.file.Files.write(book, xlsx.getContentAsByteArray());
		String styles;
		try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(book.toFile())) {
			styles = new String(zip.getInputStream(zip.getEntry("xl/styles.xml")).readAllBytes(),
					java.nio.charset.StandardCharsets.UTF_8);
		}
		java.nio.file.Files.delete(book);
		assertThat(styles).contains("\"0.000\"", "\"0.00\"");
	}

}
