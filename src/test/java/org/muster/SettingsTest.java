package org.muster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {

	@TempDir
	Path folder;

	private final MockEnvironment environment = new MockEnvironment();

	@BeforeEach
	void begin() throws IOException {
		this.environment.setProperty("muster.attachments.folder", this.folder.toString());
		this.environment.getPropertySources()
			.addLast(new ResourcePropertySource(new ClassPathResource("application.properties")));
	}

	@Test
	void whatMusterComesWithIsRight() {
		assertThat(Settings.wrong(this.environment)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "muster.currency, EURO", "muster.currency, ''", "muster.seller.country, XX",
			"muster.seller.vat-number, DE123", "muster.seller.vat-number, PT501234567",
			"muster.seller.territory, ES-CN", "muster.seller.time-zone, Europe/Lissabon",
			"muster.public-url, muster.example", "muster.public-url, ftp://muster.example",
			"muster.public-url, https://muster.example/", "muster.matching.weights.required, -5",
			"muster.matching.weights.required, 61", "muster.matching.weights.required, many",
			"muster.matching.weights.goals, 50", "muster.matching.half-life, 0", "muster.matching.least-free, 120",
			"muster.matching.team-hours, 9", "muster.matching.grace, -1", "muster.exchange-rates.GBP, -0.8",
			"muster.exchange-rates.XQX, 2", "muster.exchange-rates.USD, much", "muster.exchange-rates.DATE, yesterday",
			"muster.factors.weekend, 11", "muster.factors.on-call, 0", "muster.second-look.margin, 101",
			"muster.estimates.elsewhere, -1", "muster.estimates.absence.DE, lots", "muster.mail.from, nobody",
			"muster.exports.at-once, 0", "muster.sign-in.per-account, 0", "muster.limits.exports, 0",
			"muster.sign-in.window, soon", "muster.acceptance.fresh, -5m", "muster.cv.kept, 0d" })
	void aWrongSettingIsToldInOneSentenceThatNamesIt(String name, String value) {
		this.environment.setProperty(name, value);
		List<String> wrong = Settings.wrong(this.environment);
		assertThat(wrong).singleElement()
			.asString()
			.startsWith(
					name.toUpperCase(Locale.ROOT).replace("EXCHANGE-RATES", "EXCHANGERATES").replaceAll("[.-]", "_"))
			.contains("\"" + value + "\"")
			.endsWith(".");
	}

	@Test
	void aFolderThatIsAFileIsTold() throws IOException {
		String file = Files.createFile(this.folder.resolve("file")).toString();
		this.environment.setProperty("muster.attachments.folder", file);
		assertThat(Settings.wrong(this.environment)).singleElement().asString().contains("MUSTER_ATTACHMENTS_FOLDER");
	}

	@Test
	void rightOnesAreNot() {
		this.environment.setProperty("muster.seller.country", "ES");
		this.environment.setProperty("muster.seller.territory", "ES-CN");
		this.environment.setProperty("muster.seller.vat-number", "ES A58818501");
		this.environment.setProperty("muster.public-url", "https://staff.example.com/muster");
		this.environment.setProperty("muster.mail.from", "Muster <muster@example.com>");
		this.environment.setProperty("muster.matching.weights.required", "60");
		this.environment.setProperty("muster.factors.weekend", "1.5");
		assertThat(Settings.wrong(this.environment)).isEmpty();
	}

	@Test
	void whoSellsIsStatedWhereItIsNoDemo() {
		this.environment.setProperty("spring.datasource.url", "jdbc:mysql://db/muster");
		assertThat(Settings.wrong(this.environment)).hasSize(2)
			.anyMatch((one) -> one.startsWith("MUSTER_SELLER_NAME is not set."))
			.anyMatch((one) -> one.startsWith("MUSTER_SELLER_COUNTRY is not set."));
		this.environment.setProperty("muster.seller.name", "Acme Consulting");
		this.environment.setProperty("muster.seller.country", "ES");
		assertThat(Settings.wrong(this.environment)).isEmpty();
	}

	@Test
	void weightsThatAreAllZeroAreTold() {
		List.of("required", "nice", "breadth", "seniority", "availability", "rate", "languages", "overlap", "mode",
				"reviews", "goals")
			.forEach((part) -> this.environment.setProperty("muster.matching.weights." + part, "0"));
		assertThat(Settings.wrong(this.environment)).singleElement().asString().contains("All weights");
	}

	@Test
	void aShortPasswordIsToldWithoutTellingIt() {
		this.environment.setProperty("muster.scraper.password", "tomato");
		assertThat(Settings.wrong(this.environment)).singleElement()
			.asString()
			.contains("MUSTER_SCRAPER_PASSWORD")
			.doesNotContain("tomato");
	}

	@Test
	void allThatIsWrongIsToldAtOnce() {
		this.environment.setProperty("muster.currency", "EURO");
		this.environment.setProperty("muster.public-url", "muster.example");
		assertThat(Settings.wrong(this.environment)).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "jdbc:postgresql://db/muster, Muster runs on MySQL",
			"mysql://db:3306/muster?password=secret, Muster runs on MySQL",
			"jdbc:mysql://127.0.0.1:1/muster?password=secret, No database answers at jdbc:mysql://127.0.0.1:1/muster." })
	void aDatabaseThatCannotBeUsedIsToldWithoutItsPassword(String url, String expected) {
		this.environment.setProperty("spring.datasource.url", url);
		assertThat(new DatabaseCheck(this.environment).problem()).get()
			.asString()
			.contains(expected)
			.doesNotContain("secret");
	}

	@Nested
	@ExtendWith(OutputCaptureExtension.class)
	class Start {

		@ParameterizedTest
		@CsvSource({ "muster.currency, EURO, MUSTER_CURRENCY is \"EURO\".",
				"spring.datasource.url, jdbc:mysql://127.0.0.1:1/muster, No database answers at jdbc:mysql://127.0.0.1:1/muster." })
		void stopsWithTheSentenceInsteadOfATrace(String name, String value, String expected, CapturedOutput output) {
			assertThatThrownBy(() -> SpringApplication.run(MusterApplication.class, "--" + name + "=" + value))
				.isInstanceOf(WrongSettings.class);
			assertThat(output).contains("APPLICATION FAILED TO START").contains(expected).doesNotContain("\tat ");
		}

	}

}
