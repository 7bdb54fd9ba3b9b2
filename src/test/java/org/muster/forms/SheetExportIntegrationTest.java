package org.muster.forms;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** Lists as tables. */
@IntegrationTest
class SheetExportIntegrationTest {

	@Autowired
	private SheetExport export;

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

}
