package org.muster.audit;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Acts and the messages that name them. */
class AuditActTest {

	/** As long as the column of the table. */
	private static final int LONGEST = 60;

	/** The messages of all modules in English, in which histories are. */
	private static Properties english() throws IOException {
		Properties messages = new Properties();
		try (DirectoryStream<Path> bundles = Files.newDirectoryStream(Path.of("src/main/resources/messages"),
				(file) -> file.toString().endsWith(".properties") && !file.getFileName().toString().contains("_"))) {
			for (Path bundle : bundles) {
				try (Reader reader = Files.newBufferedReader(bundle)) {
					messages.load(reader);
				}
			}
		}
		return messages;
	}

	@Test
	void everyActHasItsMessageAndEveryMessageItsAct() throws IOException {
		assertThat(english().stringPropertyNames()).filteredOn((key) -> key.startsWith("audit.act."))
			.containsExactlyInAnyOrderElementsOf(
					Stream.of(AuditAct.values()).map(AuditAct::messageKey).collect(Collectors.toSet()));
	}

	@Test
	void aConstantIsWrittenAsItsKeyIsStored() {
		assertThat(AuditAct.values()).allSatisfy((act) -> {
			assertThat(act.key().replaceAll("[.-]", "_")).isEqualToIgnoringCase(act.name());
			assertThat(act.key()).hasSizeLessThanOrEqualTo(LONGEST);
			assertThat(AuditAct.find(act.key())).contains(act);
		});
	}

	@Test
	void whatANewerPortalHasWrittenIsNoActHere() {
		assertThat(AuditAct.find("request.sung")).isEmpty();
	}

}
